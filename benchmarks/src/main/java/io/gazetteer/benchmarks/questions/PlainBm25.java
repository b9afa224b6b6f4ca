package io.gazetteer.benchmarks.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ranks tables by BM25 over the words of their names (three times), columns and comments: names are
 * split, plurals become singular, function words do not count. It is what one writes in an
 * afternoon.
 */
final class PlainBm25 {
  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\d+");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an the of in on at to for from by with and or is are was were be been do does did how"
                  + " many much what which who whom whose when where why that this these those it"
                  + " its their there all each every any show list find give me please return tell"
                  + " provide number have has had we our i you s t as than more most least")
              .split(" ", -1));

  private final List<String> paths = new ArrayList<>();
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, Integer> tablesWith = new HashMap<>();

  PlainBm25(QuestionSet set) {
    for (QuestionSet.Table table : set.tables()) {
      var words = new ArrayList<String>();
      for (int i = 0; i < 3; i++) {
        words.addAll(words(table.name()));
      }
      table
          .columns()
          .forEach(column -> words.addAll(words(column.name() + " " + column.comment())));
      var count = new HashMap<String, Integer>();
      words.forEach(word -> count.merge(word, 1, Integer::sum));
      count.keySet().forEach(word -> tablesWith.merge(word, 1, Integer::sum));
      paths.add(table.path());
      counts.add(count);
      lengths.add(words.size());
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> singular(found.group())).toList();
  }

  private static String singular(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies") && lower.length() > 4) {
      return lower.substring(0, lower.length() - 3) + "y";
    }
    return lower.endsWith("s") && !lower.endsWith("ss") && lower.length() > 3
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  List<String> find(String question) {
    var wanted = words(question).stream().filter(word -> !FUNCTION_WORDS.contains(word)).toList();
    double average = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
    var scores = new double[paths.size()];
    for (int i = 0; i < scores.length; i++) {
      for (String word : wanted) {
        int in = counts.get(i).getOrDefault(word, 0);
        int with = tablesWith.getOrDefault(word, 0);
        double rarity = Math.log(1 + (scores.length - with + 0.5) / (with + 0.5));
        scores[i] += rarity * in * (K1 + 1) / (in + K1 * (1 - B + B * lengths.get(i) / average));
      }
    }
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .limit(10)
        .map(paths::get)
        .toList();
  }
}
