package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.RelationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a row of {@code tables.sql}.
 *
 * @param broken whether the server cannot open the table, and says hardly anything about it
 */
record TableHeader(RelationKind kind, @Nullable String comment, boolean broken) {

  private static final String VIEW = "VIEW";

  static TableHeader of(ResultSet row) throws SQLException {
    if (isView(row.getString(2))) {
      // Views have no comments; the server puts the word or its complaint there.
      return new TableHeader(RelationKind.VIEW, null, false);
    }
    boolean partitioned = Objects.requireNonNullElse(row.getString(4), "").contains("partitioned");
    boolean broken = row.getString(5) == null;
    return new TableHeader(
        partitioned ? RelationKind.PARTITIONED_TABLE : RelationKind.TABLE,
        broken ? null : MySqlColumn.textOrNull(row.getString(3)),
        broken);
  }

  static boolean isView(String tableType) {
    return tableType.equals(VIEW);
  }
}
