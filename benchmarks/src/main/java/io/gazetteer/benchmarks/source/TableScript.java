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
  private static final int COMMENTED = 10;
  private static final int FOREIGN_KEY = 5;
  private static final int CHECKED = 20;
  private static final int INDEXED_BY_EXPRESSION = 50;

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
    script.create(columns);
    script.addIndexes();
    script.addComments(columns);
    return script.sql.toString();
  }

  /** A table that is partitioned by its key, without partitions yet. */
  static String partitioned(int columns) {
    var script = new TableScript(PlainNames.NAMING, 0, columns);
    script.sql.append("create table event (");
    script.addColumns(columns);
    script.sql.append(") partition by range (id)");
    return script.sql.toString();
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

  private void create(int columns) {
    sql.append("create table ").append(name(table)).append(" (");
    addColumns(columns);
    if (table % FOREIGN_KEY == 1) {
      sql.append(", foreign key (").append(column(columns > 10 ? 10 : 1)).append(") references ");
      sql.append(name(table - 1)).append(" (id) on delete cascade");
    }
    if (table % CHECKED == 0) {
      sql.append(", check (").append(column(5)).append(" >= 0)");
    }
    sql.append(");\n");
  }

  private void addColumns(int columns) {
    sql.append("id bigint primary key");
    for (int column = 1; column < columns; column++) {
      sql.append(", ").append(column(column)).append(' ').append(type(column));
    }
  }

  private String type(int column) {
    return column == 1 ? "bigint" : TYPES.get(column % TYPES.size());
  }

  private void addIndexes() {
    sql.append("create index on ").append(name(table));
    sql.append(" (").append(column(2)).append(", ").append(column(7)).append(");\n");
    if (table % INDEXED_BY_EXPRESSION == 0) {
      sql.append("create unique index on ")
          .append(name(table))
          .append(" (lower(")
          .append(column(3));
      sql.append(")) where ").append(column(5)).append(" is not null;\n");
    }
  }

  private void addComments(int columns) {
    comment("table " + name(table), naming.comment(table));
    for (int column = 3; column < columns; column += COMMENTED) {
      var text = naming.comment(table, column);
      comment("column " + name(table) + "." + column(column), text);
    }
  }

  private void comment(String object, String text) {
    sql.append("comment on ").append(object).append(" is '").append(text).append("';\n");
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
