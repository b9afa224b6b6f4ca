package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows the short and long forms of words, by the list in use: the one that comes with the project,
 * or an administrator's. Asking costs less than a microsecond a word. Thread safe.
 */
public final class Abbreviations {
  /** The version before a list is read from the catalog store. */
  private static final long NO_VERSION = -1;

  private volatile Held held;
  private volatile LearntVariants learnt = LearntVariants.NONE;

  Abbreviations(List<Abbreviation> list) {
    this.held = Held.of(list, NO_VERSION);
  }

  /** The list in use and its version, which change together. */
  private record Held(Variants variants, Vocabulary longWords, long version) {
    static Held of(List<Abbreviation> list, long version) {
      var words =
          list.stream()
              .flatMap(one -> one.longForms().stream())
              .filter(form -> form.indexOf(' ') < 0)
              .distinct()
              .toList();
      return new Held(Variants.of(list), Vocabulary.of(words), version);
    }

    static Held of(AbbreviationList list) {
      return of(list.abbreviations(), list.version());
    }
  }

  /** Words in full that this one may be a typo of. */
  public List<String> near(String word, int most) {
    return held.longWords().near(word, most);
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

  /** The abbreviations that come with the project. */
  public static Abbreviations builtIn() {
    return new Abbreviations(BuiltInAbbreviations.read());
  }

  /** What the comments of data sources have taught, by the id of the data source. */
  void learn(Map<String, List<Abbreviation>> taught) {
    learnt = LearntVariants.of(taught);
  }

  /**
   * The variants of {@link #variants(List)} for a search in some data sources: what the comments of
   * others have taught does not count.
   *
   * @param dataSourceIds where is searched; none for everywhere
   */
  public List<Variant> variants(List<String> words, Collection<String> dataSourceIds) {
    var now = held.variants();
    var taught = learnt.of(dataSourceIds);
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(
            from ->
                Stream.concat(
                    now.of(words, from).stream(),
                    taught.stream().flatMap(one -> one.of(words, from).stream())))
        .distinct()
        .toList();
  }

  /**
   * A short or long form of some consecutive words.
   *
   * @param from index of the first of the words
   * @param to index behind the last
   * @param words what may stand in their place
   */
  public record Variant(int from, int to, List<String> words) {}

  /**
   * The short forms of what is written in full, and the other way round: by their place, at one
   * place those of more words first, and then the likeliest; at most 8 for the same words. What the
   * comments of data sources have taught comes last.
   *
   * @param words as the identifier analysis makes them
   */
  public List<Variant> variants(List<String> words) {
    return variants(words, List.of());
  }

  /** The version of the list in use. */
  long version() {
    return held.version();
  }

  /** Takes a list that was just stored into use, unless a newer one is already. */
  synchronized void replace(AbbreviationList stored) {
    if (stored.version() >= held.version()) {
      held = Held.of(stored);
    }
  }

  /**
   * Takes a list that was read into use, unless the list in use has changed meanwhile. It takes an
   * older list, too: a restored catalog store has one.
   *
   * @param version the version in use before reading began
   */
  synchronized void replace(long version, AbbreviationList read) {
    if (held.version() == version) {
      held = Held.of(read);
    }
  }
}
