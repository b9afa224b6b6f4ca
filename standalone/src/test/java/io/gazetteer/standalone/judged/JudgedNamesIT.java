package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.TargetDatabase;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A slip of the pen in a judgement must not count against the search. */
class JudgedNamesIT {
  private static final String NAMES =
      """
      select concat_ws('.', current_database(), n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)'
      union all
      select concat_ws('.', current_database(), n.nspname, c.relname, a.attname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)'
      """;

  private static final String MARIADB_NAMES =
      """
      select concat_ws('.', table_schema, table_schema, table_name)
      from information_schema.tables where table_schema = database()
      union all
      select concat_ws('.', table_schema, table_schema, table_name, column_name)
      from information_schema.columns where table_schema = database()
      """;

  @Test
  void everyWantedNameIsInTheDatabases() throws SQLException {
    var names = new HashSet<String>();
    for (var database : JudgedDatabases.all()) {
      names.addAll(namesIn(database));
    }

    assertThat(JudgedQueries.all())
        .allSatisfy(query -> assertThat(names).containsAll(query.wanted().keySet()));
  }

  private static Set<String> namesIn(TargetDatabase database) throws SQLException {
    var names = new HashSet<String>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(database.isPostgres() ? NAMES : MARIADB_NAMES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
