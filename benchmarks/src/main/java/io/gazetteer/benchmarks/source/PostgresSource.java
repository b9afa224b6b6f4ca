package io.gazetteer.benchmarks.source;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL server whose databases are read. It has the memory that PostgreSQL takes by default,
 * and does not wait for the disk: nobody needs its data tomorrow.
 */
public final class PostgresSource implements AutoCloseable {
  private static final int TABLES_AT_ONCE = 200;
  private static final List<String> SETTINGS =
      List.of(
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "autovacuum=off",
          "max_wal_size=4GB",
          "shared_buffers=128MB",
          "log_line_prefix=%a|");

  private final EmbeddedPostgres server;
  private final Path log;

  private PostgresSource(EmbeddedPostgres server, Path log) {
    this.server = server;
    this.log = log;
  }

  public static PostgresSource start(Path home) {
    var server = EmbeddedPostgres.start(home, FreePorts.free(), SETTINGS);
    return new PostgresSource(server, home.resolve("log/postgresql.log"));
  }

  public EmbeddedPostgres server() {
    return server;
  }

  /** What the server is asked, from now on. */
  public StatementLog statements() {
    return new StatementLog(server, log);
  }

  /** Makes a database with that many tables and columns, the catalog's statistics up to date. */
  public void create(String database, int tables, int columns) throws SQLException {
    create(database, PlainNames.NAMING, tables, columns);
  }

  /** The same with other names. */
  public void create(String database, Naming naming, int tables, int columns) throws SQLException {
    if (columns < 10 || columns > PlainNames.MOST_COLUMNS) {
      throw new IllegalArgumentException("Columns: 10 to " + PlainNames.MOST_COLUMNS);
    }
    long begin = System.nanoTime();
    server.createDatabase(database);
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      for (int from = 0; from < tables; from += TABLES_AT_ONCE) {
        var script = new StringBuilder();
        for (int table = from; table < Math.min(tables, from + TABLES_AT_ONCE); table++) {
          script.append(TableScript.of(naming, table, columns));
        }
        statement.execute(script.toString());
      }
    }
    settle(database);
    Console.say(
        "%s: %d tables x %d columns made in %.0f s"
            .formatted(database, tables, columns, (System.nanoTime() - begin) / 1e9));
  }

  /** Copies a database, and adds a table with partitions to the copy. */
  public void copyWithPartitions(String from, String to, int partitions, int columns)
      throws SQLException {
    copy(from, to);
    try (var connection = server.connect(to);
        var statement = connection.createStatement()) {
      statement.execute(TableScript.partitioned(columns));
      for (int start = 0; start < partitions; start += TABLES_AT_ONCE) {
        int end = Math.min(partitions, start + TABLES_AT_ONCE);
        statement.execute(TableScript.partitions(start, end));
      }
    }
    settle(to);
    Console.say("%s: with %d partitions".formatted(to, partitions));
  }

  /** Copies a database to which nothing is connected. */
  public void copy(String from, String to) throws SQLException {
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database %s template %s strategy file_copy".formatted(to, from));
    }
  }

  /** Deletes a database, whoever is connected to it. */
  public void drop(String database) throws SQLException {
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("drop database %s with (force)".formatted(database));
    }
  }

  /** What to search for to find a table. */
  public static String words(int table) {
    return PlainNames.table(table);
  }

  /** Alters one table of a database: it gets a column. */
  public void addColumn(String database, int table) throws SQLException {
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(
          "alter table " + PlainNames.table(table) + " add column added_later integer");
    }
  }

  /** What autovacuum would have done by now, for the catalog alone. */
  public void settle(String database) throws SQLException {
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          vacuum analyze pg_class, pg_attribute, pg_attrdef, pg_constraint, pg_index, pg_type,
            pg_description, pg_depend
          """);
      statement.execute("checkpoint");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
