package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.terms.Corrections;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suggests names that a typed text can become, or else another text. Thread safe. */
@Component
final class Suggestions {
  private final NameLookup names;
  private final Abbreviations abbreviations;
  private final Vocabulary vocabulary;
  private final Corrections corrections;

  Suggestions(NameLookup names, Abbreviations abbreviations, Vocabulary vocabulary) {
    this.names = names;
    this.abbreviations = abbreviations;
    this.vocabulary = vocabulary;
    this.corrections = new Corrections(vocabulary, abbreviations);
  }

  /**
   * The suggestions for a text.
   *
   * @param didYouMean another text that has suggestions, when this one has none
   */
  record Found(List<Suggestion> suggestions, @Nullable String didYouMean) {}

  Found find(String text, Scope scope, int limit) {
    var typed = TypedText.of(text, vocabulary);
    var found = find(typed, scope, limit);
    var meant = found.isEmpty() ? corrected(typed) : Optional.<String>empty();
    return new Found(
        found,
        meant
            .filter(other -> !find(TypedText.of(other, vocabulary), scope, 1).isEmpty())
            .orElse(null));
  }

  private List<Suggestion> find(TypedText typed, Scope scope, int limit) {
    return names.find(NameMatcher.of(typed, abbreviations), scope, limit);
  }

  /** The text with a known word for each unknown one; empty when there is none near. */
  private Optional<String> corrected(TypedText typed) {
    if (typed.readings().isEmpty()) {
      return Optional.empty();
    }
    // The last reading has the typed word whole, and people make typos in whole words.
    var words = new ArrayList<String>();
    for (String word : typed.readings().getLast()) {
      var known = corrections.isKnown(word, word) ? List.of(word) : vocabulary.near(word, 1);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      words.add(known.getFirst());
    }
    return words.equals(typed.readings().getLast())
        ? Optional.empty()
        : Optional.of(String.join(" ", words));
  }
}
