package io.gazetteer.worker.introspect.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values inside {@code enum('a','b')} and {@code set(...)}: quotes are doubled, and
 * backslash, NUL, newline and carriage return stand behind a backslash.
 */
final class DeclaredValues {

  private final String text;
  private int at;

  private DeclaredValues(String columnType) {
    this.text = columnType;
    this.at = columnType.indexOf('(') + 1;
  }

  /** Returns the values; none for any other type. */
  static List<String> of(String columnType) {
    boolean declares = columnType.startsWith("enum(") || columnType.startsWith("set(");
    return declares ? new DeclaredValues(columnType).all() : List.of();
  }

  private List<String> all() {
    var values = new ArrayList<String>();
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
      values.add(next());
      // past the comma
      at++;
    }
    return values;
  }

  private String next() {
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        value.append(unescape(text.charAt(at++)));
      } else if (c != '\'') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        value.append(text.charAt(at++));
      } else {
        break;
      }
    }
    return value.toString();
  }

  private static char unescape(char escaped) {
    return switch (escaped) {
      case '0' -> '\0';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> escaped;
    };
  }
}
