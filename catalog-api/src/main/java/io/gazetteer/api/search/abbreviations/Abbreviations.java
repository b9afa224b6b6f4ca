package io.gazetteer.api.search.abbreviations;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Other ways to write the words of a query, by the list that holds now: the one that comes with the
 * project, or an administrator's. Asking costs less than a microsecond a word. Thread safe.
 */
public final class Abbreviations {
  /** Before one was taken from the catalog store. */
  private static final long NO_VERSION = -1;

  private volatile Held held;

  Abbreviations(List<Abbreviation> list) {
    this.held = new Held(Variants.of(list), NO_VERSION);
  }

  /** A list and which edition it is change together. */
  private record Held(Variants variants, long version) {
    static Held of(AbbreviationList list) {
      return new Held(Variants.of(list.abbreviations()), list.version());
    }
  }

  /**
   * Abbreviations of just these short forms.
   *
   * @param longForms what each short form stands for, the likeliest first
   */
  public static Abbreviations of(Map<String, List<String>> longForms) {
    return new Abbreviations(
        longForms.entrySet().stream()
            .map(entry -> new Abbreviation(entry.getKey(), entry.getValue()))
            .toList());
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
    var now = held.variants();
    return IntStream.range(0, words.size())
        .mapToObj(from -> now.of(words, from))
        .flatMap(List::stream)
        .toList();
  }

  /** Which edition holds. */
  long version() {
    return held.version();
  }

  /** Has a list hold that was just stored, unless a newer one does already. */
  synchronized void replace(AbbreviationList stored) {
    if (stored.version() >= held.version()) {
      held = Held.of(stored);
    }
  }

  /**
   * Has a list hold that was read, unless another one has begun to meanwhile. An older edition is
   * taken, too: it is what a catalog store has that was restored.
   *
   * @param version which edition held before reading began
   */
  synchronized void replace(long version, AbbreviationList read) {
    if (held.version() == version) {
      held = Held.of(read);
    }
  }
}
