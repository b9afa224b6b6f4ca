package io.gazetteer.api.search.joins;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares names of columns with names of keys, to infer which belong together. */
final class KeyNames {
  /** A key that is only called so is the key of any table. */
  private static final Set<String> GENERIC =
      Set.of("id", "code", "no", "number", "key", "name", "type", "uuid", "seq", "nr", "cd");

  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private KeyNames() {}

  /**
   * Whether a column is called as the key of a table: as the key itself, unless many keys are
   * called so, or as the table and its key ({@code customer_id} for the id of customers).
   */
  static boolean areAlike(String column, String table, String key) {
    var own = ANALYZER.words(column);
    var keyWords = ANALYZER.words(key);
    if (own.isEmpty() || keyWords.isEmpty()) {
      return false;
    }
    return (own.equals(keyWords) && !isGeneric(keyWords))
        || own.equals(ANALYZER.words(table) + " " + keyWords);
  }

  /** Returns how a name is compared: its words. */
  static String words(String name) {
    return ANALYZER.words(name);
  }

  static boolean isGeneric(String words) {
    return GENERIC.containsAll(List.of(words.split(" ", -1)));
  }

  /** Whether two types are the same without their parameters. */
  static boolean sameType(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String type) {
    int bracket = type.indexOf('(');
    var name = (bracket < 0 ? type : type.substring(0, bracket)).strip().toLowerCase(Locale.ROOT);
    return Set.of("integer", "bigint", "smallint", "int", "numeric", "decimal").contains(name)
        ? "number"
        : name;
  }
}
