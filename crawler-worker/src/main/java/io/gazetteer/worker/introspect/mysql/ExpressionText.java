package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.TypeFamily;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes defaults and expressions as SQL text, alike for both products. MariaDB already gives SQL
 * text, with {@code NULL} for "no default but NULL". MySQL gives the bare value of a literal, which
 * this class quotes as MariaDB would do it, and escapes all of an expression once more, which this
 * class undoes.
 */
final class ExpressionText {

  private static final Pattern NOW = Pattern.compile("(?i)current_timestamp(\\(\\d*\\))?");
  private static final Pattern BITS_OR_HEX = Pattern.compile("b'[01]*'|0x[0-9A-Fa-f]*");
  private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");
  private static final String IS_EXPRESSION = "DEFAULT_GENERATED";

  private ExpressionText() {}

  /**
   * @param value information_schema's COLUMN_DEFAULT
   * @param extra its EXTRA
   */
  static @Nullable String defaultOf(
      boolean mariaDb, @Nullable String value, TypeFamily family, String extra) {
    if (value == null || (mariaDb && value.equalsIgnoreCase("NULL"))) {
      return null;
    }
    if (mariaDb) {
      return value;
    }
    return extra.contains(IS_EXPRESSION) ? expression(false, value) : literal(value, family);
  }

  private static String literal(String value, TypeFamily family) {
    boolean bare =
        switch (family) {
          case INTEGER, DECIMAL, FLOAT, BOOLEAN -> true;
          case TIME -> NOW.matcher(value).matches();
          case BINARY -> BITS_OR_HEX.matcher(value).matches();
          default -> false;
        };
    return bare ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  static String expression(boolean mariaDb, String text) {
    return mariaDb || text.indexOf('\\') < 0 ? text : unescaped(text);
  }

  /** Undoes what {@code mysql_real_escape_string} does. */
  private static String unescaped(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escapes = c == '\\' && i + 1 < text.length();
      plain.append(escapes ? unescaped(text.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char unescaped(char escaped) {
    return switch (escaped) {
      case '0' -> '\0';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'Z' -> '\032';
      default -> escaped;
    };
  }

  /** Returns what {@code on update} says in EXTRA; null when it says nothing. */
  static @Nullable String onUpdateOf(String extra) {
    var found = ON_UPDATE.matcher(extra);
    return found.find() ? found.group(1) : null;
  }
}
