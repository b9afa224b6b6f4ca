package io.gazetteer.benchmarks.source;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.mysql.EmbeddedMariaDb;
import java.sql.SQLException;
import java.util.List;

/** A MariaDB server whose databases are read; it does not wait for the disk. */
public final class MariaDbSource {
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

  /** Starts one that ends with the workspace. */
  public static MariaDbSource start(Workspace workspace) {
    var home = workspace.path("source");
    return new MariaDbSource(
        workspace.keep(EmbeddedMariaDb.start(home, FreePorts.free(), OPTIONS)));
  }

  /** Makes a database with that many tables and columns, ten columns at least. */
  public Target create(String database, int tables, int columns) throws SQLException {
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
    return Target.of(DatabaseKind.MARIADB, server, database);
  }

  private static String script(int table, int columns) {
    var names = PlainNames.COMPANY.columns(table, columns - 1);
    var sql = new StringBuilder("create table ").append(PlainNames.COMPANY.table(table));
    sql.append(" (id bigint not null primary key");
    for (int column = 1; column < columns; column++) {
      var type = column == 1 ? "bigint" : TYPES.get(column % TYPES.size());
      sql.append(", ").append(names.get(column - 1)).append(' ').append(type);
      if (column % 10 == 3) {
        var comment = PlainNames.COMPANY.comment(table, column);
        sql.append(" comment '").append(comment).append('\'');
      }
    }
    sql.append(", key (%s, %s)".formatted(names.get(1), names.get(6)));
    if (table % 5 == 1) {
      var parent = PlainNames.COMPANY.table(table - 1);
      sql.append(
          ", foreign key (%s) references %s (id) on delete cascade"
              .formatted(names.getFirst(), parent));
    }
    return sql.append(") comment '%s'".formatted(PlainNames.COMPANY.comment(table))).toString();
  }
}
