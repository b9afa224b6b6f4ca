package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.search.hits.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Matches names with a typed text. A name fits when it begins with the text, or has all words of
 * one of the alternatives.
 *
 * @param text the typed text in lower case, without blanks around it
 * @param alternatives the ways to read the text as words
 */
record NameMatcher(String text, FoldedLetters letters, List<List<WordPattern>> alternatives) {

  /** How well a name fits the text, the best first. */
  enum Fit {
    WHOLE,
    BEGINNING,
    WORDS,
    VARIANT
  }

  /** How well a name fits, and where in it the typed text is. */
  record Match(Fit fit, List<Span> spans) {}

  static NameMatcher of(TypedText typed, Abbreviations abbreviations) {
    var alternatives = new ArrayList<List<WordPattern>>();
    for (List<String> words : typed.readings()) {
      var variants = abbreviations.variants(words);
      alternatives.add(patterns(words, variants));
      for (Variant variant : variants) {
        if (variant.to() - variant.from() > 1) {
          alternatives.add(with(variant, words, variants));
        }
      }
    }
    var name = NameText.of(typed.text());
    return new NameMatcher(name.folded(), name.letters(), alternatives);
  }

  private static List<WordPattern> patterns(List<String> words, List<Variant> variants) {
    var patterns = new ArrayList<WordPattern>();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      patterns.add(
          WordPattern.of(
              words.get(i),
              variants.stream()
                  .filter(variant -> variant.from() == at && variant.to() == at + 1)
                  .map(Variant::words)
                  .toList()));
    }
    return patterns;
  }

  /** The words, but for those that a short form stands for. */
  private static List<WordPattern> with(
      Variant variant, List<String> words, List<Variant> variants) {
    var patterns = patterns(words, variants);
    return Stream.of(
            patterns.subList(0, variant.from()).stream(),
            Stream.of(WordPattern.instead(variant.words())),
            patterns.subList(variant.to(), patterns.size()).stream())
        .flatMap(pattern -> pattern)
        .toList();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether a name may fit by a short or long form only. */
  boolean hasVariants() {
    return alternatives.stream().flatMap(List::stream).anyMatch(word -> !word.variants().isEmpty());
  }

  /** How a name fits; empty when it does not. */
  Optional<Match> match(String name) {
    var wanted = NameText.of(name);
    var byWords =
        alternatives.stream()
            .flatMap(patterns -> match(patterns, wanted).stream())
            .min(Comparator.comparing(Match::fit));
    return fit(wanted)
        .map(fit -> new Match(fit, byWords.map(Match::spans).orElseGet(() -> beginning(wanted))))
        .or(() -> byWords);
  }

  /** How a name fits that begins with the text; empty when it does not. */
  private Optional<Fit> fit(NameText name) {
    boolean byLetters = !letters.isEmpty() && name.letters().beginWith(letters);
    if (byLetters ? letters.count() == name.letters().count() : name.folded().equals(text)) {
      return Optional.of(Fit.WHOLE);
    }
    return byLetters || name.folded().startsWith(text)
        ? Optional.of(Fit.BEGINNING)
        : Optional.empty();
  }

  private List<Span> beginning(NameText name) {
    boolean asTyped = name.folded().startsWith(text);
    int end =
        asTyped
            ? Math.min(text.length(), name.text().length())
            : name.letters().end(0, letters.count());
    return List.of(new Span(0, end));
  }

  private static Optional<Match> match(List<WordPattern> patterns, NameText name) {
    var fit = Fit.WORDS;
    var spans = new ArrayList<Span>();
    for (WordPattern word : patterns) {
      var found = word.literal(name);
      if (found.isEmpty()) {
        fit = Fit.VARIANT;
        found = word.variant(name);
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      spans.addAll(found);
    }
    return Optional.of(new Match(fit, Span.apart(spans)));
  }
}
