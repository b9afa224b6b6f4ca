package io.gazetteer.api.search.suggest;

import io.gazetteer.api.index.Refill;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suggests names as the API and the pages do it. Thread safe. */
@Component
@FromRequest
public final class NameSuggestions {
  private static final int MOST_CHARACTERS = 200;
  private static final int USUAL = 10;
  private static final int MOST = 20;
  private static final long NANOS = 1_000_000;

  private final Suggestions suggestions;
  private final Scopes scopes;
  private final Refill refill;

  NameSuggestions(Suggestions suggestions, Scopes scopes, Refill refill) {
    this.suggestions = suggestions;
    this.scopes = scopes;
    this.refill = refill;
  }

  /**
   * What was found for a typed text.
   *
   * @param didYouMean another text that has suggestions, when this one has none
   */
  public record Answer(List<Suggestion> suggestions, @Nullable String didYouMean, long tookMs) {}

  /**
   * Finds names for the typed text.
   *
   * @throws io.gazetteer.api.web.problems.Problem that names every wrong parameter
   */
  public Answer of(Parameters parameters) {
    long start = System.nanoTime();
    var text = parameters.text("q");
    if (text.isBlank() && parameters.find("q").isPresent()) {
      parameters.refuse("q", "must not be blank");
    } else if (text.length() > MOST_CHARACTERS) {
      parameters.refuse("q", "has at most " + MOST_CHARACTERS + " characters");
    }
    int limit = parameters.limit(USUAL, MOST);
    var wanted = WantedDataSources.of(parameters);
    parameters.check();
    var found = suggestions.find(text, scopes.find(wanted), limit);
    if (found.suggestions().isEmpty()) {
      refill.requireNone(Optional.empty());
    }
    return new Answer(found.suggestions(), found.didYouMean(), (System.nanoTime() - start) / NANOS);
  }
}
