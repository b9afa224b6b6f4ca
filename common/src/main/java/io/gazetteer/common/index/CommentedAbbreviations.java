package io.gazetteer.common.index;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Learns abbreviations from comments: {@code PLCYHLDR_NO} with the comment "policy holder number"
 * teaches {@code plcyhldr} and {@code no}. Each word of a name must be explained by the first words
 * of its comment, in their order, so that hardly anything is learnt that is not so.
 */
public final class CommentedAbbreviations {
  private static final int FIRST_WORDS = 8;
  private static final int MOST_OF_A_RELATION = 200;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 12;

  private static final int LONGEST_KNOWN = 3;

  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private CommentedAbbreviations() {}

  /**
   * Returns pairs such as {@code plcy=policy}; a long form may have several words.
   *
   * @param analysis gives the words of a name, separated by blanks
   */
  public static Set<String> of(Relation relation, UnaryOperator<String> analysis) {
    var pairs = new TreeSet<String>();
    add(relation.name(), relation.comment(), analysis, pairs);
    for (Column column : relation.columns()) {
      if (pairs.size() < MOST_OF_A_RELATION) {
        add(column.name(), column.comment(), analysis, pairs);
      }
    }
    return pairs;
  }

  private static void add(
      String name, @Nullable String comment, UnaryOperator<String> analysis, Set<String> pairs) {
    if (comment == null) {
      return;
    }
    var said = ANALYZER.analyzeText(comment).stream().map(Word::text).limit(FIRST_WORDS).toList();
    pairs.addAll(pairs(List.of(analysis.apply(name).split(" ")), said));
  }

  /** What the words of a name stand for; nothing unless all of them are explained. */
  static List<String> pairs(List<String> name, List<String> said) {
    var pairs = new ArrayList<String>();
    return explained(name, 0, said, 0, pairs) ? pairs : List.of();
  }

  private static boolean explained(
      List<String> name, int at, List<String> said, int from, List<String> pairs) {
    if (at == name.size()) {
      return true;
    }
    var word = name.get(at);
    for (int i = from; i < said.size(); i++) {
      for (int to = Math.min(said.size(), i + word.length()); to > i; to--) {
        var meant = said.subList(i, to);
        boolean same = meant.size() == 1 && meant.getFirst().equals(word);
        if (same || isShortFor(word, meant, name.size())) {
          int before = pairs.size();
          if (!same && isNew(word)) {
            pairs.add(word + '=' + String.join(" ", meant));
          }
          if (explained(name, at + 1, said, to, pairs)) {
            return true;
          }
          pairs.subList(before, pairs.size()).clear();
        }
      }
    }
    return false;
  }

  /** A longer word that the dictionary has is hardly an abbreviation that nobody knows. */
  private static boolean isNew(String word) {
    return word.length() <= LONGEST_KNOWN || !ANALYZER.knows(word);
  }

  private static boolean isShortFor(String word, List<String> meant, int wordsOfName) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return false;
    }
    if (meant.size() > 1) {
      return initials(meant).equals(word) || isInParts(word, meant);
    }
    var whole = meant.getFirst();
    return whole.length() > word.length()
        && whole.charAt(0) == word.charAt(0)
        // The no of a number: the other words of the name vouch for it.
        && (isInOrder(word, whole) || (word.length() == SHORTEST && wordsOfName > 1));
  }

  private static String initials(List<String> words) {
    var initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  /** Whether the parts of a word are short for one word each, all but the last of three letters. */
  private static boolean isInParts(String word, List<String> meant) {
    if (meant.size() == 1) {
      var last = meant.getFirst();
      return word.length() >= SHORTEST
          && word.length() <= last.length()
          && (isInOrder(word, last)
              || (word.length() == SHORTEST && word.charAt(0) == last.charAt(0)));
    }
    for (int to = SHORTEST + 1; to < word.length(); to++) {
      var first = word.substring(0, to);
      if (first.length() <= meant.getFirst().length()
          && isInOrder(first, meant.getFirst())
          && isInParts(word.substring(to), meant.subList(1, meant.size()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word begins like another and has some of its letters, in their order. */
  private static boolean isInOrder(String word, String whole) {
    if (word.charAt(0) != whole.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < word.length(); i++) {
      at = whole.indexOf(word.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
