package io.gazetteer.worker.introspect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds one line of {@code SHOW GRANTS} about tables.
 *
 * @param revokes whether it takes away a part of what is granted for everything
 * @param privileges those on whole tables, in capitals; rights on single columns are left out
 * @param schema null for every schema; a pattern when {@code table} is null
 * @param table null for every table of the schema
 * @param grantee as the line spells it
 */
record MySqlGrant(
    boolean revokes,
    List<String> privileges,
    @Nullable String schema,
    @Nullable String table,
    String grantee) {

  /** Returns whether it is about all schemas, or its pattern means this one. */
  boolean covers(String ofSchema) {
    return schema == null || matches(schema, ofSchema);
  }

  private static boolean matches(String pattern, String name) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean escapes = c == '\\' && i + 1 < pattern.length();
      if (!escapes && c == '%') {
        regex.append(".*");
      } else if (!escapes && c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(escapes ? pattern.charAt(++i) : c)));
      }
    }
    int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    return Pattern.compile(regex.toString(), anyCase).matcher(name).matches();
  }

  /** Reads a line; empty when it is about roles, routines or something else. */
  static Optional<MySqlGrant> parse(String line) {
    var text = new Text(line);
    boolean revokes = text.skip("REVOKE ");
    if (!revokes && !text.skip("GRANT ")) {
      return Optional.empty();
    }
    var privileges = new ArrayList<String>();
    if (!text.privileges(privileges)) {
      return Optional.empty();
    }
    text.skip("TABLE ");
    var schema = text.name();
    if (!text.skip(".")) {
      return Optional.empty();
    }
    var table = text.name();
    if (!text.skip(" TO ") && !text.skip(" FROM ")) {
      return Optional.empty();
    }
    return Optional.of(new MySqlGrant(revokes, privileges, schema, table, text.account()));
  }

  /** Reads a line from left to right; names stand in backticks, which are doubled inside. */
  private static final class Text {
    private final String line;
    private int at;

    Text(String line) {
      this.line = line;
    }

    boolean skip(String word) {
      boolean there = line.startsWith(word, at);
      at += there ? word.length() : 0;
      return there;
    }

    /** Reads up to ON; false when there is none, as where a role is granted. */
    boolean privileges(List<String> found) {
      int begin = at;
      boolean ofColumns = false;
      while (at < line.length()) {
        if (line.charAt(at) == '`') {
          quoted('`');
        } else if (line.charAt(at) == '(') {
          ofColumns = true;
          at = afterParenthesis();
        } else if (line.charAt(at) == ',' || line.startsWith(" ON ", at)) {
          if (!ofColumns) {
            found.add(line.substring(begin, at).strip().toUpperCase(Locale.ROOT));
          }
          boolean end = line.charAt(at) == ' ';
          at += end ? " ON ".length() : 1;
          begin = at;
          ofColumns = false;
          if (end) {
            return true;
          }
        } else {
          at++;
        }
      }
      return false;
    }

    private int afterParenthesis() {
      while (at < line.length() && line.charAt(at) != ')') {
        if (line.charAt(at) == '`') {
          quoted('`');
        } else {
          at++;
        }
      }
      return at + 1;
    }

    /** Reads a name, or null for the asterisk. */
    @Nullable String name() {
      if (skip("*")) {
        return null;
      }
      if (at < line.length() && (line.charAt(at) == '`' || line.charAt(at) == '"')) {
        return quoted(line.charAt(at));
      }
      int begin = at;
      while (at < line.length() && line.charAt(at) != '.' && line.charAt(at) != ' ') {
        at++;
      }
      return line.substring(begin, at);
    }

    private String quoted(char quote) {
      var name = new StringBuilder();
      at++;
      while (at < line.length()) {
        char c = line.charAt(at++);
        if (c == quote && (at == line.length() || line.charAt(at) != quote)) {
          break;
        }
        at += c == quote ? 1 : 0;
        name.append(c);
      }
      return name.toString();
    }

    /** Reads {@code `user`@`host`}. */
    String account() {
      int begin = at;
      boolean inName = false;
      char quote = 0;
      while (at < line.length() && (inName || line.charAt(at) != ' ')) {
        char c = line.charAt(at++);
        if (inName ? c == quote : "`'\"".indexOf(c) >= 0) {
          inName = !inName;
          quote = c;
        }
      }
      return line.substring(begin, at);
    }
  }
}
