package io.gazetteer.benchmarks.source;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.mysql.EmbeddedMariaDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A MariaDB server whose databases are read; it does not wait for the disk. */
public final class MariaDbSource implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-flush-method=nosync",
          "--skip-log-bin");
  private static final List<String> TYPES =
      List.of(
          "bigint",
          "decimal(12,2) not null default 0.00",
          "datetime(3) not null default current_timestamp(3)",
          "text",
          "tinyint(1) not null default 0",
          "int unsigned",
          "varchar(120) not null default 'none'",
          "date",
          "enum('new', 'open', 'closed')",
          "varbinary(16)");

  private final EmbeddedMariaDb server;

  private MariaDbSource(EmbeddedMariaDb server) {
    this.server = server;
  }

  public static MariaDbSource start(Path home) {
    return new MariaDbSource(EmbeddedMariaDb.start(home, FreePorts.free(), OPTIONS));
  }

  public EmbeddedMariaDb server() {
    return server;
  }

  /** Makes a database with that many tables and columns, ten columns at least. */
  public void create(String database, int tables, int columns) throws SQLException {
    long begin = System.nanoTime();
    server.createDatabase(database);
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      for (int table = 0; table < tables; table++) {
        statement.execute(script(table, columns));
      }
    }
    Console.say(
        "%s: %d tables x %d columns made in %.0f s"
            .formatted(database, tables, columns, (System.nanoTime() - begin) / 1e9));
  }

  private static String script(int table, int columns) {
    var sql = new StringBuilder("create table ").append(PlainNames.table(table));
    sql.append(" (id bigint not null primary key");
    for (int column = 1; column < columns; column++) {
      sql.append(", ").append(PlainNames.column(table, column)).append(' ');
      sql.append(column == 1 ? "bigint" : TYPES.get(column % TYPES.size()));
      if (column % 10 == 3) {
        sql.append(" comment 'As it was told by customer ").append(column).append('\'');
      }
    }
    sql.append(", key (").append(PlainNames.column(table, 2)).append(", ");
    sql.append(PlainNames.column(table, 7)).append(')');
    if (table % 5 == 1) {
      sql.append(", foreign key (").append(PlainNames.column(table, 1)).append(") references ");
      sql.append(PlainNames.table(table - 1)).append(" (id) on delete cascade");
    }
    return sql.append(") comment 'Table number ")
        .append(table)
        .append(" of the company'")
        .toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
