package io.gazetteer.common.words;

import io.gazetteer.common.words.Entry.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the word list from its text form: one word a line, a section {@code [n]} for each cost,
 * {@code #} for comments, and a hyphen on the side where a short word needs a neighbour: {@code
 * is-} may only begin a run-together word, {@code -at} only end one, {@code -of-} only join. Words
 * in {@code [whole]} are never split and never a piece.
 *
 * <p>The plurals of the words and the singulars of the plurals come by themselves.
 */
final class WordListReader {

  private static final List<String> SIBILANTS = List.of("s", "x", "z", "ch", "sh");
  private static final int PLURAL_COST = 40;

  private final Map<String, Entry> words = new HashMap<>();
  private int cost;
  private boolean whole;

  static WordList read(List<String> lines, Iterable<String> compounds) {
    var reader = new WordListReader();
    lines.stream().map(String::strip).forEach(reader::readLine);
    reader.addInflections();
    compounds.forEach(reader::addCompound);
    return new WordList(reader.words);
  }

  private void readLine(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[")) {
      whole = line.equals("[whole]");
      cost = whole ? 0 : Integer.parseInt(line.substring(1, line.length() - 1));
      return;
    }
    var word = line.replace("-", "");
    add(word, cost + shortnessCost(word), whole ? Place.ALONE : placeOf(line));
  }

  private void add(String word, int wordCost, Place place) {
    words.putIfAbsent(word, new Entry(Singulars.singular(word), wordCost, place));
  }

  /** Adds a compound, which is its own normal form, or joining it again would change it. */
  private void addCompound(String joined) {
    if (!Singulars.singular(joined).equals(joined)) {
      throw new IllegalArgumentException("The compound " + joined + " reads as a plural");
    }
    add(joined, 0, Place.ALONE);
  }

  /**
   * Returns what a short word costs more: short words turn up inside others by chance;
   * abbreviations without a vowel hardly do.
   */
  private static int shortnessCost(String word) {
    boolean unmistakable = word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    return switch (word.length()) {
      case 2 -> unmistakable ? 50 : 150;
      case 3 -> unmistakable ? -100 : 60;
      default -> unmistakable ? -100 : 0;
    };
  }

  private static Place placeOf(String line) {
    boolean needsLeft = line.startsWith("-");
    boolean needsRight = line.endsWith("-");
    if (needsLeft && needsRight) {
      return Place.MIDDLE;
    }
    return needsLeft ? Place.LAST : needsRight ? Place.FIRST : Place.ANYWHERE;
  }

  private void addInflections() {
    for (var word : List.copyOf(words.keySet())) {
      var entry = words.get(word);
      if (entry == null) {
        continue;
      }
      add(entry.normal(), entry.cost(), entry.place());
      var plural = pluralOf(word);
      if (word.length() >= 3 && Singulars.singular(plural).equals(word)) {
        add(plural, entry.cost() + PLURAL_COST, entry.place());
      }
    }
  }

  private static String pluralOf(String word) {
    if (word.endsWith("y") && "aeou".indexOf(word.charAt(word.length() - 2)) < 0) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return SIBILANTS.stream().anyMatch(word::endsWith) ? word + "es" : word + "s";
  }
}
