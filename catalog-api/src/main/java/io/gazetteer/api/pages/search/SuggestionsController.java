package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.suggest.NameSuggestions;
import io.gazetteer.api.search.suggest.Suggestion;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.MarkedText.Range;
import io.gazetteer.pages.search.SuggestionsPart;
import io.gazetteer.pages.search.SuggestionsPart.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Suggests what the search box may become: qualifiers and their values, and names. */
@Controller
final class SuggestionsController {
  private static final int MOST = 10;

  private final Answers answers;
  private final NameSuggestions names;
  private final Qualifiers qualifiers;

  SuggestionsController(Answers answers, NameSuggestions names, Qualifiers qualifiers) {
    this.answers = answers;
    this.names = names;
    this.qualifiers = qualifiers;
  }

  @GetMapping("/suggestions")
  ResponseEntity<byte[]> suggest(Visit visit) {
    var text = visit.text("q");
    var options = new ArrayList<>(qualifiers.of(text));
    if (options.size() < MOST && !TypedQualifier.of(text).isValue()) {
      names.of(visit.parameters(Set.of("q"))).suggestions().stream()
          .limit(MOST - options.size())
          .map(SuggestionsController::option)
          .forEach(options::add);
    }
    return answers.of(new SuggestionsPart(visit.links(), options));
  }

  private static Option option(Suggestion found) {
    var ranges =
        found.highlights().stream().map(span -> new Range(span.start(), span.end())).toList();
    return new Option(
        found.kinds().contains("table") ? "table" : "column",
        found.name(),
        MarkedText.of(found.name(), ranges),
        note(found.kinds(), found.count()));
  }

  private static String note(List<String> kinds, long count) {
    return kinds.size() > 1
        ? Texts.number(count) + " tables and columns"
        : Texts.count(count, kinds.getFirst(), kinds.getFirst() + "s");
  }
}
