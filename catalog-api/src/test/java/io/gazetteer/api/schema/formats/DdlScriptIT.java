package io.gazetteer.api.schema.formats;

import static io.gazetteer.api.schema.formats.Tables.HOSTILE;
import static io.gazetteer.api.schema.formats.Tables.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Scripts run on real servers, and make what was described. */
class DdlScriptIT {
  /** MySQL has shorter names and comments, and no name may end with a space. */
  private static final String NAME = "a'b\"c`d\\e; -- */";

  private static final String COMMENT = HOSTILE.strip();

  @Test
  void makesTheTablesInPostgres() throws SQLException {
    var server = TestServers.postgres();
    server.createDatabase("ddl_script");
    try (var connection =
        DriverManager.getConnection(
            server.jdbcUrl("ddl_script"), server.username(), server.password())) {
      run(connection, script(DatabaseKind.POSTGRESQL, "bigint"));

      assertThat(
              texts(
                  connection,
                  "select obj_description('lab.\"order\"'::regclass)"
                      + " union all select col_description('lab.\"order\"'::regclass, 2)"))
          .containsExactly(COMMENT, COMMENT);
      assertThat(
              texts(
                  connection,
                  """
                  select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
                  from pg_constraint where contype = 'f' order by 1
                  """))
          .hasSize(2)
          .allMatch(key -> key.contains("ON DELETE CASCADE"));
      assertThat(texts(connection, "select relname from pg_class where relname = ?", NAME))
          .containsExactly(NAME);
      assertThat(texts(connection, "select indexdef from pg_indexes where indexname = 'by day'"))
          .first()
          .asString()
          .contains("(\"Day\" DESC)");
    }
  }

  @Test
  void makesTheTablesInMariaDb() throws SQLException {
    var server = TestServers.mariaDb();
    server.createDatabase("lab");
    try (var connection =
        DriverManager.getConnection(server.jdbcUrl("lab"), server.username(), server.password())) {
      run(connection, script(DatabaseKind.MARIADB, "bigint(20)"));

      assertThat(
              texts(
                  connection,
                  """
                  select table_comment from information_schema.tables
                  where table_schema = 'lab' and table_name = 'order'
                  union all select column_comment from information_schema.columns
                  where table_schema = 'lab' and table_name = 'order' and ordinal_position = 2
                  """))
          .containsExactly(COMMENT, COMMENT);
      assertThat(
              texts(
                  connection,
                  """
                  select table_name from information_schema.referential_constraints
                  where constraint_schema = 'lab' and delete_rule = 'CASCADE' order by 1
                  """))
          .containsExactly(NAME, "order");
    }
  }

  private static List<String> script(DatabaseKind kind, String type) {
    var order =
        Tables.table(
            "lab",
            "order",
            COMMENT,
            column(1, "id", type, null),
            column(2, "Day", type, COMMENT),
            column(3, NAME, type, null));
    var odd =
        Tables.keyed(
            "lab",
            NAME,
            null,
            List.of(Tables.key("to order", "select", order)),
            List.of(Tables.index("by day", "Day")),
            column(1, "select", type, null),
            column(2, "Day", type, null));
    var whole =
        new Relation(
            order.schema(),
            order.name(),
            order.kind(),
            order.comment(),
            null,
            order.columns(),
            order.primaryKey(),
            List.of(Relation.UniqueConstraint.of("u", List.of("Day"))),
            List.of(Tables.key("to odd", NAME, odd)),
            List.of(),
            List.of(
                Relation.CheckConstraint.of(
                    "not too small", kind == DatabaseKind.POSTGRESQL ? "\"Day\" > 0" : "Day > 0")),
            List.of(),
            null,
            null,
            List.of(),
            false,
            null,
            null,
            List.of());
    return statements(
        Tables.write(SchemaFormat.DDL.open("lab; drop schema lab", kind), odd, whole), kind);
  }

  /** The script as a client runs it: the PostgreSQL driver takes all of it at once. */
  private static List<String> statements(String script, DatabaseKind kind) {
    return kind == DatabaseKind.POSTGRESQL
        ? List.of(script)
        : List.of(script.replaceAll("(?m)^--.*$", "").split(";\n"));
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    for (String sql : statements) {
      if (!sql.isBlank()) {
        try (var statement = connection.createStatement()) {
          // What stands in braces is not the driver's.
          statement.setEscapeProcessing(false);
          statement.execute(sql);
        }
      }
    }
  }

  @Test
  void quotesEveryWordThatPostgresDoesNotTakeAsAName() throws SQLException {
    var server = TestServers.postgres();
    server.createDatabase("ddl_words");
    try (var connection =
        DriverManager.getConnection(
            server.jdbcUrl("ddl_words"), server.username(), server.password())) {
      assertThat(refused(connection, SqlNames.POSTGRESQL, "select word from pg_get_keywords()"))
          .isEmpty();
    }
  }

  @Test
  void quotesEveryWordThatMariaDbDoesNotTakeAsAName() throws SQLException {
    var server = TestServers.mariaDb();
    server.createDatabase("ddl_words");
    try (var connection =
        DriverManager.getConnection(
            server.jdbcUrl("ddl_words"), server.username(), server.password())) {
      assertThat(
              refused(
                  connection,
                  SqlNames.MYSQL,
                  "select word from information_schema.keywords where word regexp '^[A-Za-z_]+$'"))
          .isEmpty();
    }
  }

  /** Which words are no names of tables and columns as they are written. */
  private static List<String> refused(Connection connection, SqlNames names, String words)
      throws SQLException {
    var refused = new ArrayList<String>();
    for (String word : new TreeSet<>(texts(connection, words))) {
      var name = names.name(word.toLowerCase(Locale.ROOT));
      try (var statement = connection.createStatement()) {
        statement.execute("create temporary table " + name + " (" + name + " int)");
        statement.execute("select " + name + "." + name + " from " + name);
        statement.execute("drop table " + name);
      } catch (SQLException e) {
        refused.add(word);
      }
    }
    return refused;
  }

  private static List<String> texts(Connection connection, String sql, String... values)
      throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }
}
