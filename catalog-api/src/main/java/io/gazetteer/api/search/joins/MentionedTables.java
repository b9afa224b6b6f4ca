package io.gazetteer.api.search.joins;

import io.gazetteer.common.relation.TableName;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the names that stand as {@code schema.name} in the text of a view: servers write tables so,
 * with quotes where they need them. Columns stand there, too, as {@code table.column}; whoever asks
 * knows which tables there are. One pass, whatever the text.
 */
final class MentionedTables {
  private final String sql;
  private final Set<TableName> found = new HashSet<>();
  private int at;

  private MentionedTables(String sql) {
    this.sql = sql;
  }

  static Set<TableName> in(String sql) {
    var mentioned = new MentionedTables(sql);
    while (mentioned.at < sql.length()) {
      mentioned.step();
    }
    return mentioned.found;
  }

  private void step() {
    char next = sql.charAt(at);
    if (next == '\'') {
      skipText();
    } else if (sql.startsWith("--", at)) {
      skipTo("\n");
    } else if (sql.startsWith("/*", at)) {
      skipTo("*/");
    } else if (isName(next)) {
      var first = name();
      if (hasDot()) {
        found.add(new TableName(first, name()));
        while (hasDot()) {
          name();
        }
      }
    } else if (Character.isDigit(next)) {
      skipNumber();
    } else {
      at++;
    }
  }

  private boolean isName(char next) {
    return next == '"' || next == '`' || isLetter(next);
  }

  private static boolean isLetter(char next) {
    return Character.isLetter(next) || next == '_' || Character.isSurrogate(next);
  }

  /** Goes behind a dot when a name follows it. */
  private boolean hasDot() {
    int dot = behindBlanks(at);
    if (dot < sql.length() && sql.charAt(dot) == '.') {
      int name = behindBlanks(dot + 1);
      if (name < sql.length() && isName(sql.charAt(name))) {
        at = name;
        return true;
      }
    }
    return false;
  }

  private int behindBlanks(int from) {
    int end = from;
    while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private String name() {
    char quote = sql.charAt(at);
    if (quote == '"' || quote == '`') {
      at++;
      return quoted(quote);
    }
    int start = at;
    while (at < sql.length() && isPartOfName(sql.charAt(at))) {
      at++;
    }
    return sql.substring(start, at);
  }

  private static boolean isPartOfName(char next) {
    return isLetter(next) || Character.isDigit(next) || next == '$' || next == '#';
  }

  /** Reads up to the quote at the end; two of them stand for one in the name. */
  private String quoted(char quote) {
    var name = new StringBuilder();
    while (at < sql.length()) {
      char next = sql.charAt(at++);
      if (next == quote) {
        if (at == sql.length() || sql.charAt(at) != quote) {
          break;
        }
        at++;
      }
      name.append(next);
    }
    return name.toString();
  }

  private void skipText() {
    at++;
    while (at < sql.length() && sql.charAt(at) != '\'') {
      at += sql.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipNumber() {
    while (at < sql.length() && (isPartOfName(sql.charAt(at)) || sql.charAt(at) == '.')) {
      at++;
    }
  }

  private void skipTo(String end) {
    int found = sql.indexOf(end, at);
    at = found < 0 ? sql.length() : found + end.length();
  }
}
