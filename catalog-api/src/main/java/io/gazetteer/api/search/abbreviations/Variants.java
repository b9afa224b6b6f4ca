package io.gazetteer.api.search.abbreviations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the variants of words in a list of abbreviations, read both ways. Immutable. */
final class Variants {
  static final int MOST_OF_A_SPAN = 8;

  private final Map<List<String>, List<List<String>>> ways;
  private final int longest;

  private Variants(Map<List<String>, List<List<String>>> ways) {
    this.ways = ways;
    this.longest = ways.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  /** A way to write some words, and how likely it is. */
  private record Way(List<String> words, int rank, int meanings) {}

  static Variants of(List<Abbreviation> abbreviations) {
    var ways = new HashMap<List<String>, List<Way>>();
    for (Abbreviation one : abbreviations) {
      var shortWords = List.of(one.shortForm());
      int rank = 0;
      for (String longForm : one.longForms()) {
        var longWords = List.of(longForm.split(" "));
        int meanings = one.longForms().size();
        add(ways, shortWords, new Way(longWords, rank, meanings));
        add(ways, longWords, new Way(shortWords, rank, meanings));
        rank++;
      }
    }
    var best = new HashMap<List<String>, List<List<String>>>();
    ways.forEach((words, others) -> best.put(words, best(others)));
    return new Variants(best);
  }

  private static void add(Map<List<String>, List<Way>> ways, List<String> words, Way way) {
    ways.computeIfAbsent(words, key -> new ArrayList<>()).add(way);
  }

  /** Of the short forms of a word, the best stands for nothing else. */
  private static List<List<String>> best(List<Way> ways) {
    return ways.stream()
        .sorted(Comparator.comparingInt(Way::rank).thenComparingInt(Way::meanings))
        .map(Way::words)
        .distinct()
        .limit(MOST_OF_A_SPAN)
        .toList();
  }

  List<Abbreviations.Variant> of(List<String> words, int from) {
    var found = new ArrayList<Abbreviations.Variant>();
    for (int to = Math.min(words.size(), from + longest); to > from; to--) {
      for (List<String> way : ways.getOrDefault(words.subList(from, to), List.of())) {
        found.add(new Abbreviations.Variant(from, to, way));
      }
    }
    return found;
  }
}
