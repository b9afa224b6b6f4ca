package io.gazetteer.worker.introspect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds a row of {@code columns.sql}. */
record MySqlColumn(int position, String name, boolean nullable, Type type, Texts texts) {

  record Type(String dataType, String columnType, String extra) {}

  record Texts(
      @Nullable String defaultValue, @Nullable String comment, @Nullable String generated) {}

  static MySqlColumn of(ResultSet row) throws SQLException {
    var type =
        new Type(
            row.getString(6), row.getString(7), Objects.requireNonNullElse(row.getString(8), ""));
    var texts =
        new Texts(row.getString(4), textOrNull(row.getString(9)), textOrNull(row.getString(10)));
    return new MySqlColumn(
        row.getInt(2), row.getString(3), row.getString(5).equals("YES"), type, texts);
  }

  /** Returns null for an empty text, by which the two products say "nothing". */
  static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
