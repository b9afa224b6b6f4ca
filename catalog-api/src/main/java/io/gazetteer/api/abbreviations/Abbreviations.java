package io.gazetteer.api.abbreviations;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Other ways to write the words of a query, by the list that holds now: the one that comes with the
 * project, or an administrator's. Asking costs less than a microsecond a word. Thread safe.
 */
public final class Abbreviations {
  private volatile Variants variants;

  Abbreviations(List<Abbreviation> list) {
    this.variants = Variants.of(list);
  }

  /** Those that come with the project. */
  public static Abbreviations builtIn() {
    return new Abbreviations(BuiltInAbbreviations.read());
  }

  /**
   * Another way to write the words of a query from one place to before another.
   *
   * @param words one or more
   */
  public record Variant(int from, int to, List<String> words) {}

  /**
   * The short forms of what is written in full, and the other way round: by their place, at one
   * place those of more words first, and then the likeliest; at most 8 for the same words.
   *
   * @param words as the identifier analysis makes them
   */
  public List<Variant> variants(List<String> words) {
    var now = variants;
    return IntStream.range(0, words.size())
        .mapToObj(from -> now.of(words, from))
        .flatMap(List::stream)
        .toList();
  }

  void replace(List<Abbreviation> list) {
    variants = Variants.of(list);
  }
}
