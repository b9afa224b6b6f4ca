package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.source.VariedNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What people look for: one to three words of a name that is there, always the same ones; and the
 * same queries with the longest word cut short, mistyped, or without its ends.
 */
final class SearchTexts {
  private static final long SEED = 4;
  private static final int COUNT = 200;
  private static final int MOST_WORDS = 3;
  private static final int LONG_WORD = 6;

  private final VariedNames naming;
  private final int columns;
  private final Set<String> known;
  private final List<List<String>> plain;

  /** Chooses queries for a database of these names with so many columns a table. */
  SearchTexts(VariedNames naming, int columns) {
    this.naming = naming;
    this.columns = columns;
    this.known = Set.copyOf(naming.words());
    this.plain = choose();
  }

  private List<List<String>> choose() {
    var random = new SplittableRandom(SEED);
    var chosen = new LinkedHashSet<List<String>>();
    while (chosen.size() < COUNT) {
      var words = wordsOfSomeColumn(random);
      int wanted = 1 + random.nextInt(MOST_WORDS);
      if (words.size() >= wanted) {
        chosen.add(some(words, wanted, random.nextBoolean()));
      }
    }
    return List.copyOf(chosen);
  }

  /** Takes the words of a column, and in every fourth query those of its table, too. */
  private List<String> wordsOfSomeColumn(SplittableRandom random) {
    int table = random.nextInt(naming.tables());
    var names = naming.columns(table, columns - 1);
    var words = new ArrayList<>(split(names.get(random.nextInt(names.size()))));
    if (random.nextInt(4) == 0) {
      words.addAll(split(naming.table(table)));
    }
    return words.stream().distinct().filter(word -> word.length() > 2).toList();
  }

  private static List<String> split(String name) {
    return Arrays.asList(name.split("_", -1));
  }

  /** Takes the first words as they stand, or the rarest of all. */
  private List<String> some(List<String> words, int wanted, boolean rarest) {
    if (!rarest) {
      return words.subList(0, wanted);
    }
    return words.stream()
        .sorted(Comparator.comparingInt((String word) -> naming.words().indexOf(word)).reversed())
        .limit(wanted)
        .toList();
  }

  /** The queries as they are. */
  List<String> plain() {
    return plain.stream().map(words -> String.join(" ", words)).toList();
  }

  /** Those of two words. */
  List<String> pairs() {
    return plain.stream()
        .filter(words -> words.size() == 2)
        .map(words -> String.join(" ", words))
        .toList();
  }

  /** Sentences with the words of two queries each. */
  List<String> questions() {
    var texts = new ArrayList<String>();
    for (int i = 0; i + 1 < plain.size(); i += 2) {
      texts.add(
          "Where do we keep the "
              + String.join(" ", plain.get(i))
              + " of each "
              + String.join(" and ", plain.get(i + 1))
              + "?");
    }
    return texts;
  }

  /** What has been typed of them when half of the last word is still missing. */
  List<String> beginnings() {
    var texts = new LinkedHashSet<String>();
    for (var words : plain) {
      var begun = new ArrayList<>(words);
      var last = begun.removeLast();
      begun.add(last.substring(0, (last.length() + 1) / 2));
      texts.add(String.join(" ", begun));
    }
    return List.copyOf(texts);
  }

  /** Those with a long word, one letter of which is left out, doubled, exchanged or another. */
  List<String> typos() {
    var texts = new ArrayList<String>();
    for (var words : plain) {
      int at = longest(words);
      var mistyped = mistyped(words.get(at), texts.size());
      if (words.get(at).length() >= LONG_WORD && !known.contains(mistyped)) {
        texts.add(with(words, at, mistyped));
      }
    }
    return texts;
  }

  private static String mistyped(String word, int kind) {
    int at = 2 + kind % Math.max(1, word.length() - 3);
    var before = word.substring(0, at);
    return switch (kind % 4) {
      case 0 -> before + word.substring(at + 1);
      case 1 -> before + word.charAt(at) + word.substring(at);
      case 2 ->
          before.substring(0, at - 1)
              + word.charAt(at)
              + word.charAt(at - 1)
              + word.substring(at + 1);
      default -> before + (word.charAt(at) == 'e' ? 'a' : 'e') + word.substring(at + 1);
    };
  }

  /** Those with a long word, of which only the inside is left, or the end. */
  List<String> substrings() {
    var texts = new ArrayList<String>();
    for (var words : plain) {
      int at = longest(words);
      var word = words.get(at);
      if (word.length() >= LONG_WORD) {
        int end = word.length() - texts.size() % 2;
        var inside = word.substring(1, end);
        if (!known.contains(inside)) {
          texts.add(with(words, at, inside));
        }
      }
    }
    return texts;
  }

  private static int longest(List<String> words) {
    var lengths = words.stream().map(String::length).toList();
    return lengths.indexOf(lengths.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  private static String with(List<String> words, int at, String other) {
    var changed = new ArrayList<>(words);
    changed.set(at, other);
    return String.join(" ", changed);
  }
}
