package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Computes the derivations of query terms. Thread safe. */
final class Derivations {
  /** A shorter text begins too many words. */
  static final int SHORTEST_PREFIX = 2;

  private static final int SHORTEST_SUBSTRING = 3;
  private static final int SHORTEST_HANGUL = 2;
  private static final int ABBREVIATED_CORRECTIONS = 2;

  private final Vocabulary vocabulary;
  private final Abbreviations abbreviations;

  Derivations(Vocabulary vocabulary, Abbreviations abbreviations) {
    this.vocabulary = vocabulary;
    this.abbreviations = abbreviations;
  }

  /**
   * The derivations of one word, best first within each kind.
   *
   * @param variants the short and long forms of which the word is a part
   * @param corrections what the word may be a typo of; none when it is right
   */
  List<Derivation> of(
      TypedWord word, List<Variant> variants, List<String> corrections, DerivationLimits limits) {
    var derivations = new ArrayList<Derivation>();
    variants.forEach(
        variant -> derivations.add(new Derivation(MatchKind.ABBREVIATION, variant.words())));
    if (word.surface().length() > (isHangul(word.surface()) ? 1 : SHORTEST_PREFIX)) {
      vocabulary.beginning(word.surface(), limits.prefixed()).stream()
          .filter(longer -> !longer.equals(word.text()))
          .forEach(longer -> derivations.add(Derivation.of(MatchKind.PREFIX, longer)));
    }
    addCorrections(corrections, derivations);
    if (word.text().length() >= SHORTEST_SUBSTRING || isHangul(word.text())) {
      vocabulary
          .containing(word.text(), limits.substrings())
          .forEach(longer -> derivations.add(Derivation.of(MatchKind.SUBSTRING, longer)));
    }
    return within(limits, derivations);
  }

  /** Whether a word is of two Korean syllables or more, which say as much as four letters. */
  static boolean isHangul(String word) {
    return word.length() >= SHORTEST_HANGUL
        && word.codePoints()
            .allMatch(letter -> Character.UnicodeScript.of(letter) == UnicodeScript.HANGUL);
  }

  /** The index may have a corrected word in its short form. */
  private void addCorrections(List<String> corrections, List<Derivation> derivations) {
    corrections.forEach(
        words -> derivations.add(new Derivation(MatchKind.TYPO, List.of(words.split(" ", -1)))));
    corrections.stream()
        .limit(ABBREVIATED_CORRECTIONS)
        .flatMap(word -> abbreviations.variants(List.of(word)).stream())
        .forEach(variant -> derivations.add(new Derivation(MatchKind.TYPO, variant.words())));
  }

  private static List<Derivation> within(DerivationLimits limits, List<Derivation> derivations) {
    var kept = new ArrayList<Derivation>();
    int room = limits.characters();
    for (Derivation derivation : derivations) {
      int length = derivation.words().stream().mapToInt(word -> word.length() + 1).sum();
      if (kept.size() < limits.derivations() && length <= room) {
        kept.add(derivation);
        room -= length;
      }
    }
    return kept;
  }
}
