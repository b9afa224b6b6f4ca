package io.gazetteer.api.search.vocabulary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds words of a list. The number of a word is its rank. Immutable. */
final class WordIndex {
  /** A number below 2^23 and an offset below 2^8 fit an int together. */
  private static final int MOST = 1 << 23;

  private final String[] words;

  /** The numbers of the words, in the order of their text. */
  private final int[] sorted;

  private final SuffixArray suffixes;
  private final Neighbours neighbours;

  private WordIndex(String[] words) {
    this.words = words;
    this.sorted =
        IntStream.range(0, words.length)
            .boxed()
            .sorted(Comparator.comparing(number -> words[number]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.suffixes = new SuffixArray(words);
    this.neighbours = new Neighbours(words);
  }

  /** An index of these words, the most frequent first; each counts once. */
  static WordIndex of(List<String> words) {
    return new WordIndex(words.stream().distinct().limit(MOST).toArray(String[]::new));
  }

  int size() {
    return words.length;
  }

  boolean contains(String word) {
    return number(word).isPresent();
  }

  OptionalInt number(String word) {
    int at = lowerBound(word);
    return at < sorted.length && words[sorted[at]].equals(word)
        ? OptionalInt.of(sorted[at])
        : OptionalInt.empty();
  }

  List<String> beginning(String prefix, int most) {
    return beginning(prefix, word -> true, most);
  }

  List<String> beginning(String prefix, Predicate<String> fits, int most) {
    var best = new Smallest(Math.min(most, words.length));
    // No word holds this character, which stands behind all others.
    int end = lowerBound(prefix + Character.MAX_VALUE);
    for (int i = lowerBound(prefix); i < end; i++) {
      if (fits.test(words[sorted[i]])) {
        best.add(sorted[i]);
      }
    }
    return words(best);
  }

  List<String> containing(String part, int most) {
    return words(suffixes.containing(part, Math.min(most, words.length)));
  }

  List<String> near(String word, int most) {
    return words(neighbours.near(word, Math.min(most, words.length)));
  }

  private List<String> words(Smallest numbers) {
    return numbers.numbers().mapToObj(number -> words[Neighbours.number(number)]).toList();
  }

  /** The place of the first word that is not before this text. */
  private int lowerBound(String text) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words[sorted[middle]].compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return words.length + " words: " + Arrays.stream(words).limit(5).toList();
  }
}
