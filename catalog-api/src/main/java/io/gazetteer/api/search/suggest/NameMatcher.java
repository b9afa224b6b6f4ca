package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a typed text asks of names: to begin so, or one of the alternatives and all slots of that.
 *
 * @param text in lower case, as typed but for blanks around it
 */
record NameMatcher(String text, FoldedLetters letters, List<List<WordPattern>> alternatives) {

  /** How well a name fits, the best first. */
  enum Fit {
    WHOLE,
    BEGINNING,
    WORDS,
    VARIANT
  }

  /** How a name fits, and where in it what was typed is. */
  record Match(Fit fit, List<Span> spans) {}

  static NameMatcher of(TypedText typed, Abbreviations abbreviations) {
    var alternatives = new ArrayList<List<WordPattern>>();
    for (List<String> words : typed.readings()) {
      var variants = abbreviations.variants(words);
      alternatives.add(slots(words, variants));
      for (Variant variant : variants) {
        if (variant.to() - variant.from() > 1) {
          alternatives.add(with(variant, words, variants));
        }
      }
    }
    var name = NameText.of(typed.text());
    return new NameMatcher(name.folded(), name.letters(), alternatives);
  }

  private static List<WordPattern> slots(List<String> words, List<Variant> variants) {
    var slots = new ArrayList<WordPattern>();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      slots.add(
          WordPattern.of(
              words.get(i),
              variants.stream()
                  .filter(variant -> variant.from() == at && variant.to() == at + 1)
                  .map(Variant::words)
                  .toList()));
    }
    return slots;
  }

  /** The short form for several words, and the rest as before. */
  private static List<WordPattern> with(
      Variant variant, List<String> words, List<Variant> variants) {
    var slots = slots(words, variants);
    return Stream.of(
            slots.subList(0, variant.from()).stream(),
            Stream.of(WordPattern.instead(variant.words())),
            slots.subList(variant.to(), slots.size()).stream())
        .flatMap(slot -> slot)
        .toList();
  }

  /** Whether nothing was typed. */
  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether some names may fit by a variant only. */
  boolean hasVariants() {
    return alternatives.stream().flatMap(List::stream).anyMatch(slot -> !slot.variants().isEmpty());
  }

  /** Empty when the name does not fit. */
  Optional<Match> match(String name) {
    var wanted = NameText.of(name);
    var byWords =
        alternatives.stream()
            .flatMap(slots -> match(slots, wanted).stream())
            .min(Comparator.comparing(Match::fit));
    return fit(wanted)
        .map(fit -> new Match(fit, byWords.map(Match::spans).orElseGet(() -> beginning(wanted))))
        .or(() -> byWords);
  }

  /** Whether the name as a whole goes on from what was typed. */
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

  private static Optional<Match> match(List<WordPattern> slots, NameText name) {
    var fit = Fit.WORDS;
    var spans = new ArrayList<Span>();
    for (WordPattern slot : slots) {
      var found = slot.literal(name);
      if (found.isEmpty()) {
        fit = Fit.VARIANT;
        found = slot.variant(name);
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      spans.addAll(found);
    }
    return Optional.of(new Match(fit, Span.apart(spans)));
  }
}
