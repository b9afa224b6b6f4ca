package io.gazetteer.benchmarks.questions;

import io.gazetteer.benchmarks.questions.QuestionSet.Column;
import io.gazetteer.benchmarks.questions.QuestionSet.Table;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes the tables of a set in a database of its own. */
final class SetScript {
  private SetScript() {}

  /** A key that the data of the set does not allow is left out. */
  static void run(QuestionSet set, PostgresSource source) throws SQLException {
    source.server().createDatabase(set.name());
    try (var connection = source.server().connect(set.name())) {
      for (String schema : set.tables().stream().map(Table::schema).distinct().toList()) {
        execute(connection, "create schema " + quoted(schema));
      }
      for (Table table : set.tables()) {
        create(connection, table);
      }
      for (Table table : set.tables()) {
        for (JsonNode key : table.refers()) {
          tryTo(
              connection,
              "alter table %s add foreign key (%s) references %s.%s (%s)"
                  .formatted(
                      path(table),
                      quoted(key.path(0).asString()),
                      quoted(table.schema()),
                      quoted(key.path(1).asString()),
                      quoted(key.path(2).asString())));
        }
      }
    }
  }

  private static void create(Connection connection, Table table) throws SQLException {
    execute(
        connection,
        "create table %s (%s)"
            .formatted(
                path(table),
                table.columns().stream()
                    .map(column -> quoted(column.name()) + " " + type(column.type()))
                    .collect(Collectors.joining(", "))));
    if (!table.key().isEmpty()) {
      tryTo(
          connection,
          "alter table %s add primary key (%s)"
              .formatted(
                  path(table),
                  table.key().stream().map(SetScript::quoted).collect(Collectors.joining(", "))));
    }
    for (Column column : table.columns()) {
      if (!column.comment().isEmpty()) {
        execute(
            connection,
            "comment on column %s.%s is '%s'"
                .formatted(
                    path(table), quoted(column.name()), column.comment().replace("'", "''")));
      }
    }
  }

  private static String type(String type) {
    var base = type.toLowerCase(Locale.ROOT).split("\\(", 2)[0];
    return switch (base) {
      case "number", "decimal", "int", "integer", "bigint", "smallint", "tinyint", "float" ->
          "numeric";
      case "double", "real" -> "double precision";
      case "boolean" -> "boolean";
      default -> base.contains("date") || base.contains("time") ? "timestamp" : "text";
    };
  }

  private static String path(Table table) {
    return quoted(table.schema()) + '.' + quoted(table.name());
  }

  private static String quoted(String name) {
    return '"' + QuestionSet.cut(name.replace("\"", "\"\"")) + '"';
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void tryTo(Connection connection, String sql) {
    try {
      execute(connection, sql);
    } catch (SQLException e) {
      // Some sets declare keys that no database would take.
    }
  }
}
