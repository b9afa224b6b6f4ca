package io.gazetteer.common.identifiers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that occur in identifiers, from {@code words.txt}: the more often a word is part of a
 * run-together name, the nearer it stands to the top, and the cheaper it is. Words below the line
 * {@code -- whole} only stay whole and are never a part.
 */
final class Dictionary {
  private static final String RESOURCE = "words.txt";
  private static final String WHOLE_ONLY = "-- whole";

  /** Every part costs something, so fewer and longer parts win. */
  private static final double PART = 10;

  private static final int SHORTEST_PLURAL = 3;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Map<String, Double> anywhere = new HashMap<>();
  private final Map<String, Double> first = new HashMap<>();
  private final Map<String, Double> last = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private int longest;

  private Dictionary() {}

  static Dictionary load() {
    try (var in = Dictionary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("No dictionary " + RESOURCE);
      }
      var dictionary = new Dictionary();
      dictionary.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
      return dictionary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(BufferedReader lines) throws IOException {
    boolean wholeOnly = false;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(WHOLE_ONLY)) {
        wholeOnly = true;
      } else if (!line.startsWith("#")) {
        for (String entry : BLANKS.split(line.trim(), -1)) {
          add(entry, wholeOnly);
        }
      }
    }
    words.remove("");
    // A word that was both a part and whole: it is one word, and may be a part of longer ones.
    longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  private void add(String entry, boolean wholeOnly) {
    double cost = PART + Math.log(words.size() + 1.0);
    if (entry.endsWith("-")) {
      first.putIfAbsent(entry.substring(0, entry.length() - 1), cost);
    } else if (entry.startsWith("-")) {
      last.putIfAbsent(entry.substring(1), cost);
    } else if (words.add(entry) && !wholeOnly) {
      anywhere.put(entry, cost);
    }
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  int longest() {
    return longest;
  }

  /** What a part of a word costs; infinitely much when it cannot be one. */
  double cost(String word, int start, int end) {
    var part = word.substring(start, end);
    double cost = anywhere.getOrDefault(part, Double.POSITIVE_INFINITY);
    if (start == 0) {
      cost = Math.min(cost, first.getOrDefault(part, Double.POSITIVE_INFINITY));
    }
    if (end == word.length()) {
      cost = Math.min(cost, last.getOrDefault(part, Double.POSITIVE_INFINITY));
    }
    if (Double.isInfinite(cost) && end - start > SHORTEST_PLURAL) {
      cost = anywhere.getOrDefault(Singulars.of(part), Double.POSITIVE_INFINITY);
    }
    return cost;
  }
}
