package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Computes the derivations of query terms. Thread safe. */
final class Derivations {
  /** A shorter text begins too many words. */
  static final int SHORTEST_PREFIX = 2;

  private static final int SHORTEST_SUBSTRING = 3;

  /** In these scripts two letters are a word, and names are written without blanks. */
  private static final Set<Character.UnicodeScript> WORDS_OF_TWO_LETTERS =
      EnumSet.of(
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA);

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
    if (word.surface().length() > (isOfTwoLetters(word.surface()) ? 1 : SHORTEST_PREFIX)) {
      vocabulary.beginning(word.surface(), limits.prefixed()).stream()
          .filter(longer -> !longer.equals(word.text()))
          .forEach(longer -> derivations.add(Derivation.of(MatchKind.PREFIX, longer)));
    }
    addCorrections(corrections, derivations);
    if (word.text().length() >= SHORTEST_SUBSTRING || isOfTwoLetters(word.text())) {
      vocabulary
          .containing(word.text(), limits.substrings())
          .forEach(longer -> derivations.add(Derivation.of(MatchKind.SUBSTRING, longer)));
    }
    return within(limits, derivations);
  }

  /** Whether a word may be of two letters: in these scripts they say as much as four of others. */
  static boolean isOfTwoLetters(String word) {
    return word.length() >= 2
        && word.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .allMatch(WORDS_OF_TWO_LETTERS::contains);
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
