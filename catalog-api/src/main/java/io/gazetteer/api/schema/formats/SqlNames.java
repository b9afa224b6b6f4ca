package io.gazetteer.api.schema.formats;

import io.gazetteer.common.relation.TableName;
import io.gazetteer.common.source.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes names and texts so that a kind of database reads them as such, whatever is in them. Names
 * that need no quotes get none.
 */
public enum SqlNames {
  POSTGRESQL('"', "[a-z_][a-z0-9_]*", "reserved-postgresql.txt") {
    @Override
    public String text(String text) {
      var quoted = "'" + text.replace("'", "''") + "'";
      // Without the E, an older setting decides what a backslash is.
      return quoted.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
  },
  MYSQL('`', "[A-Za-z_][A-Za-z0-9_]*", "reserved-mysql.txt") {
    @Override
    public String text(String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
  };

  private final String quote;
  private final Pattern plain;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
  private final Set<String> reserved;

  SqlNames(char quote, String plain, String reserved) {
    this.quote = String.valueOf(quote);
    this.plain = Pattern.compile(plain);
    this.reserved = words(reserved);
  }

  /** Returns how names are written for a kind of database. */
  public static SqlNames of(DatabaseKind kind) {
    return kind == DatabaseKind.POSTGRESQL ? POSTGRESQL : MYSQL;
  }

  /**
   * Returns how names are written for a kind of database.
   *
   * @param dbType the kind as the API spells it
   */
  public static SqlNames of(String dbType) {
    return of(DatabaseKind.lookup(dbType).orElseThrow());
  }

  /** Writes a text as a literal. */
  public abstract String text(String text);

  /** Writes the name of a column, table or schema. */
  public String name(String name) {
    return plain.matcher(name).matches() && !reserved.contains(name.toLowerCase(Locale.ROOT))
        ? name
        : quote + name.replace(quote, quote + quote) + quote;
  }

  public String name(TableName table) {
    return name(table.schema()) + '.' + name(table.table());
  }

  public String names(List<String> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private static Set<String> words(String file) {
    try (var in = SqlNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
