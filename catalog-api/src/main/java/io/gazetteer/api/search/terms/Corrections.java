package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Tells which words are known, and what an unknown one may be a typo of. Thread safe. */
public final class Corrections {
  private static final int MOST = 5;

  /** A word shorter than this has too many neighbours. */
  private static final int SHORTEST = 4;

  /** A shorter part is hardly a word that others are put together with. */
  private static final int SHORTEST_PART = 3;

  /** From this length on a beginning is hardly that of another word by chance. */
  private static final int LONG = 7;

  private static final int ABBREVIATED = 3;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final Vocabulary vocabulary;
  private final Abbreviations abbreviations;

  public Corrections(Vocabulary vocabulary, Abbreviations abbreviations) {
    this.vocabulary = vocabulary;
    this.abbreviations = abbreviations;
  }

  /**
   * Whether a word needs no correction: the vocabulary has it or a word that begins like it, or it
   * has a short or a long form. Both searches and suggestions ask this.
   *
   * @param word as the index has words
   * @param typed the same word as it was typed, folded
   */
  public boolean isKnown(String word, String typed) {
    return vocabulary.contains(word)
        || !vocabulary.beginning(typed, 1).isEmpty()
        || !abbreviations.variants(List.of(word)).isEmpty();
  }

  /** Whether the index has a word, one that begins like it, or one of its other forms. */
  boolean isThere(String word) {
    return vocabulary.contains(word)
        || !vocabulary.beginning(word, 1).isEmpty()
        || abbreviations.variants(List.of(word)).stream()
            .anyMatch(variant -> variant.words().stream().allMatch(vocabulary::contains));
  }

  /** Whether a search finds a word without a correction: it also finds it inside of others. */
  boolean isFound(TypedWord word) {
    return isKnown(word.text(), word.surface()) || isInside(word);
  }

  private boolean isInside(TypedWord word) {
    return (word.text().length() >= SHORTEST || Derivations.isOfTwoLetters(word.text()))
        && !vocabulary.containing(word.text(), 1).isEmpty();
  }

  /** What a word may be a typo of, the likeliest first; some corrections have several words. */
  List<String> of(TypedWord word) {
    if (word.text().length() < SHORTEST) {
      return List.of();
    }
    var found = new LinkedHashSet<>(vocabulary.near(word.text(), MOST));
    if (!word.surface().equals(word.text())) {
      found.addAll(vocabulary.near(word.surface(), MOST));
    }
    found.remove(word.text());
    if (found.isEmpty()) {
      found.addAll(abbreviated(word.text()));
    }
    if (found.isEmpty()) {
      inParts(word.surface()).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      found.addAll(atBeginnings(word.surface()));
    }
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  /**
   * Whether a word is right as it is, though the index may not have it: sick is no typo of nick.
   */
  static boolean isRight(String word) {
    return ANALYZER.knows(word);
  }

  /** A word in full with a typo, of which the index may have the abbreviation: attendence. */
  private List<String> abbreviated(String word) {
    return abbreviations.near(word, ABBREVIATED).stream()
        .filter(
            longForm ->
                abbreviations.variants(List.of(longForm)).stream()
                    .anyMatch(variant -> variant.words().stream().allMatch(vocabulary::contains)))
        .toList();
  }

  /** A typo in the first of several words that run together: microbiolgy, of microbiologyevents. */
  private List<String> atBeginnings(String word) {
    return word.length() < LONG
        ? List.of()
        : vocabulary.beginning(
            word.substring(0, SHORTEST_PART),
            other ->
                other.length() > word.length() + SHORTEST_PART - 1
                    && Vocabulary.isNear(word, other.substring(0, word.length() + 1)),
            MOST);
  }

  /** Two known words that run together, with a typo in one of them: POLMSAT. */
  private Optional<String> inParts(String word) {
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      var first = word.substring(0, at);
      var second = word.substring(at);
      if (vocabulary.contains(first) || vocabulary.contains(second)) {
        var firsts = vocabulary.contains(first) ? List.of(first) : near(first);
        var seconds = vocabulary.contains(second) ? List.of(second) : near(second);
        if (!firsts.isEmpty() && !seconds.isEmpty()) {
          return Optional.of(firsts.getFirst() + " " + seconds.getFirst());
        }
      }
    }
    return Optional.empty();
  }

  private List<String> near(String part) {
    return part.length() < SHORTEST ? List.of() : vocabulary.near(part, 1);
  }
}
