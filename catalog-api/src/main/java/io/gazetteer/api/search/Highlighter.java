package io.gazetteer.api.search;

import io.gazetteer.api.search.Hit.Highlights;
import io.gazetteer.api.search.Hit.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says which words of a query are where in a found name or comment. The index holds other words
 * than the source's text, so the text is taken apart again, by the same code.
 */
final class Highlighter {
  private final List<String> words;
  private final boolean forgiving;

  Highlighter(List<String> words, boolean forgiving) {
    this.words = words;
    this.forgiving = forgiving;
  }

  /** What is known of a hit's text; a table's own columns are not. */
  record Texts(String name, String table, String schema, String comment, boolean isTable) {}

  Highlights highlights(Texts texts) {
    return new Highlights(
        spans(Words.ofName(texts.name()), this::isInName),
        spans(Words.ofComment(texts.comment()), words::contains));
  }

  private static List<List<Integer>> spans(List<Words.Word> found, Predicate<String> matches) {
    return found.stream()
        .filter(word -> matches.test(word.text()))
        .map(word -> List.of(word.start(), word.end()))
        .distinct()
        .toList();
  }

  List<Match> matches(Texts texts) {
    var name = texts(Words.ofName(texts.name()));
    var comment = texts(Words.ofComment(texts.comment()));
    var table = texts.isTable() ? List.<String>of() : texts(Words.ofName(texts.table()));
    var schema = texts(Words.ofName(texts.schema()));
    var matches = new ArrayList<Match>();
    for (String word : words) {
      int before = matches.size();
      addIf(name.stream().anyMatch(found -> fits(word, found)), word, "name", matches);
      addIf(table.contains(word), word, "table", matches);
      addIf(schema.contains(word), word, "schema", matches);
      addIf(comment.contains(word), word, "comment", matches);
      // Every word matched somewhere, so what is left matched a column's name.
      addIf(texts.isTable() && matches.size() == before, word, "columns", matches);
    }
    return List.copyOf(matches);
  }

  private static List<String> texts(List<Words.Word> words) {
    return words.stream().map(Words.Word::text).toList();
  }

  private static void addIf(boolean holds, String word, String field, List<Match> matches) {
    if (holds) {
      matches.add(new Match(word, field));
    }
  }

  private boolean isInName(String found) {
    return words.stream().anyMatch(word -> fits(word, found));
  }

  private boolean fits(String word, String found) {
    return found.startsWith(word) || (forgiving && isOneEditAway(word, found));
  }

  /** One letter more, less, other, or two swapped; as Elasticsearch counts. */
  static boolean isOneEditAway(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int shorter = Math.min(a.length(), b.length());
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    if (a.length() != b.length()) {
      var longest = a.length() > b.length() ? a : b;
      var other = a.length() > b.length() ? b : a;
      return longest.substring(start + 1).equals(other.substring(start));
    }
    return a.substring(Math.min(start + 1, shorter))
            .equals(b.substring(Math.min(start + 1, shorter)))
        || isSwapped(a, b, start);
  }

  private static boolean isSwapped(String a, String b, int at) {
    return at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && a.substring(at + 2).equals(b.substring(at + 2));
  }
}
