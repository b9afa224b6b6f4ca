package io.gazetteer.worker.introspect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the server's own spelling of a schema. Where a server holds upper and lower case for one
 * ({@code lower_case_table_names}), a database is reached by any spelling, and foreign keys name it
 * in the server's.
 */
final class SchemaName {

  private SchemaName() {}

  /**
   * Finds the schema, exactly or in another case where nothing has the name exactly; empty when the
   * user sees nothing of it.
   */
  static Optional<String> find(Connection connection, String name) throws SQLException {
    var names = spellings(connection, name);
    return names.contains(name) ? Optional.of(name) : names.stream().findFirst();
  }

  /** Returns whether the schema is there in another spelling only. */
  static boolean isOldSpelling(Connection connection, String name) throws SQLException {
    var names = spellings(connection, name);
    return !names.isEmpty() && !names.contains(name);
  }

  private static List<String> spellings(Connection connection, String name) throws SQLException {
    var names = new ArrayList<String>();
    MySqlQuery.SCHEMA.run(
        connection,
        name,
        row -> {
          if (row.getInt(2) != 0 || row.getString(1).equals(name)) {
            names.add(row.getString(1));
          }
        });
    return names;
  }
}
