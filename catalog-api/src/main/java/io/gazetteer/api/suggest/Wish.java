package io.gazetteer.api.suggest;

import io.gazetteer.api.abbreviations.Abbreviations;
import io.gazetteer.api.abbreviations.Abbreviations.Variant;
import io.gazetteer.common.identifiers.IdentifierAnalyzer;
import io.gazetteer.common.identifiers.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a typed text asks of names: one of the alternatives, and all slots of that.
 *
 * @param text letters and digits of the text, as {@link Typed#squeezed} makes them
 */
record Wish(String text, List<List<Slot>> alternatives) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** How well a name fits, the best first. */
  enum Fit {
    WHOLE,
    BEGINNING,
    WORDS,
    VARIANT
  }

  /**
   * How a name fits.
   *
   * @param spans where in the name, from and to (exclusive), in UTF-16 code units
   */
  record Match(Fit fit, List<List<Integer>> spans) {}

  static Wish of(Typed typed, Abbreviations abbreviations) {
    var alternatives = new ArrayList<List<Slot>>();
    for (List<String> words : typed.readings()) {
      var variants = abbreviations.variants(words);
      alternatives.add(slots(words, variants));
      for (Variant variant : variants) {
        if (variant.to() - variant.from() > 1) {
          alternatives.add(with(variant, words, variants));
        }
      }
    }
    return new Wish(Typed.squeezed(typed.text()), alternatives);
  }

  private static List<Slot> slots(List<String> words, List<Variant> variants) {
    var slots = new ArrayList<Slot>();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      slots.add(
          new Slot(
              words.get(i),
              variants.stream()
                  .filter(variant -> variant.from() == at && variant.to() == at + 1)
                  .map(Variant::words)
                  .toList()));
    }
    return slots;
  }

  /** The short form for several words, and the rest as before. */
  private static List<Slot> with(Variant variant, List<String> words, List<Variant> variants) {
    var slots = slots(words, variants);
    return Stream.of(
            slots.subList(0, variant.from()).stream(),
            Stream.of(new Slot("", List.of(variant.words()))),
            slots.subList(variant.to(), slots.size()).stream())
        .flatMap(slot -> slot)
        .toList();
  }

  /** Whether some names may fit by a variant only. */
  boolean hasVariants() {
    return alternatives.stream().flatMap(List::stream).anyMatch(slot -> !slot.variants().isEmpty());
  }

  /** Empty when the name does not fit. */
  Optional<Match> match(String name) {
    var words = ANALYZER.analyze(name);
    var squeezed = Typed.squeezed(name);
    return alternatives.stream()
        .map(slots -> match(slots, words))
        .flatMap(Optional::stream)
        .min((a, b) -> a.fit().compareTo(b.fit()))
        .map(match -> new Match(fit(match.fit(), squeezed), match.spans()));
  }

  private Fit fit(Fit byWords, String name) {
    if (text.isEmpty() || !name.startsWith(text)) {
      return byWords;
    }
    return name.length() == text.length() ? Fit.WHOLE : Fit.BEGINNING;
  }

  private static Optional<Match> match(List<Slot> slots, List<Word> words) {
    var fit = Fit.WORDS;
    var spans = new ArrayList<List<Integer>>();
    for (Slot slot : slots) {
      var found = slot.literal(words);
      int letters = slot.beginning().length();
      if (found.isEmpty()) {
        fit = Fit.VARIANT;
        found = slot.variant(words);
        letters = Integer.MAX_VALUE;
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      addSpans(found, letters, spans);
    }
    return Optional.of(new Match(fit, inOrder(spans)));
  }

  private static void addSpans(
      Collection<Word> words, int letters, Collection<List<Integer>> spans) {
    for (Word word : words) {
      long end = Math.min(word.end(), (long) word.start() + letters);
      spans.add(List.of(word.start(), (int) end));
    }
  }

  private static List<List<Integer>> inOrder(Collection<List<Integer>> spans) {
    var sorted = spans.stream().distinct().sorted(Wish::compare).toList();
    var apart = new ArrayList<List<Integer>>();
    for (List<Integer> span : sorted) {
      if (apart.isEmpty() || span.getFirst() >= apart.getLast().getLast()) {
        apart.add(span);
      }
    }
    return apart;
  }

  /** By their beginning, the longer first. */
  private static int compare(List<Integer> a, List<Integer> b) {
    int byBeginning = a.getFirst().compareTo(b.getFirst());
    return byBeginning != 0 ? byBeginning : b.getLast().compareTo(a.getLast());
  }
}
