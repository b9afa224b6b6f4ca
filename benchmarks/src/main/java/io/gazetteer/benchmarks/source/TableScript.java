package io.gazetteer.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements that make one table, in PostgreSQL's words: a primary key, an index, comments,
 * defaults, and on some tables a foreign key, a check, an index with an expression.
 */
final class TableScript {
  private static final List<String> TYPES =
      List.of(
          "bigint",
          "numeric(12,2) not null default 0.00",
          "timestamp with time zone not null default now()",
          "text",
          "boolean not null default false",
          "integer",
          "varchar(120) not null default 'none'",
          "date",
          "jsonb",
          "uuid");

  private final StringBuilder sql = new StringBuilder();
  private final Naming naming;
  private final int table;
  private final List<String> names;

  private TableScript(Naming naming, int table, int columns) {
    this.naming = naming;
    this.table = table;
    this.names = naming.columns(table, columns - 1);
  }

  /** The columns of the table include the primary key; ten at least. */
  static String of(Naming naming, int table, int columns) {
    var script = new TableScript(naming, table, columns);
    script.create();
    script.addIndexes();
    script.addComments();
    return script.sql.toString();
  }

  /** A table that is partitioned by its key, without partitions yet. */
  static String partitioned(int columns) {
    var script = new TableScript(PlainNames.COMPANY, 0, columns);
    return "create table event (" + script.columns() + ") partition by range (id)";
  }

  /** The partitions of it from a number on and up to another. */
  static String partitions(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            number ->
                "create table event_%1$d partition of event for values from (%1$d) to (%2$d);\n"
                    .formatted(number, number + 1))
        .collect(Collectors.joining());
  }

  private void create() {
    sql.append("create table %s (%s".formatted(name(table), columns()));
    if (table % 5 == 1) {
      var parent = column(names.size() >= 10 ? 10 : 1);
      sql.append(
          ", foreign key (%s) references %s (id) on delete cascade"
              .formatted(parent, name(table - 1)));
    }
    if (table % 20 == 0) {
      sql.append(", check (%s >= 0)".formatted(column(5)));
    }
    sql.append(");\n");
  }

  private String columns() {
    var columns = new StringBuilder("id bigint primary key");
    for (int column = 1; column <= names.size(); column++) {
      var type = column == 1 ? "bigint" : TYPES.get(column % TYPES.size());
      columns.append(", ").append(column(column)).append(' ').append(type);
    }
    return columns.toString();
  }

  private void addIndexes() {
    var indexed = "%s, %s".formatted(column(2), column(7));
    sql.append("create index on %s (%s);\n".formatted(name(table), indexed));
    if (table % 50 == 0) {
      sql.append(
          "create unique index on %s (lower(%s)) where %s is not null;\n"
              .formatted(name(table), column(3), column(5)));
    }
  }

  private void addComments() {
    comment("table " + name(table), naming.comment(table));
    for (int column = 3; column <= names.size(); column += 10) {
      comment("column " + name(table) + "." + column(column), naming.comment(table, column));
    }
  }

  private void comment(String object, String text) {
    sql.append("comment on %s is '%s';\n".formatted(object, text));
  }

  private String name(int number) {
    return quoted(naming.table(number));
  }

  private String column(int column) {
    return quoted(names.get(column - 1));
  }

  /** Some names are words of SQL. */
  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
