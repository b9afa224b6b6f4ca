package io.gazetteer.benchmarks.source;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL server whose databases are read. It has the memory that PostgreSQL takes by default,
 * and does not wait for the disk: nobody needs its data tomorrow.
 */
public final class PostgresSource {
  /** The name of the database that most benchmarks read. */
  public static final String COMPANY = "company";

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

  /** Starts one that ends with the workspace. */
  public static PostgresSource start(Workspace workspace) {
    var home = workspace.path("source");
    var server = workspace.keep(EmbeddedPostgres.start(home, FreePorts.free(), SETTINGS));
    return new PostgresSource(server, home.resolve("log/postgresql.log"));
  }

  /** One of its databases. */
  public Target target(String database) {
    return Target.of(DatabaseKind.POSTGRESQL, server, database);
  }

  public EmbeddedPostgres server() {
    return server;
  }

  /** What the server is asked, from now on. */
  public StatementLog statements() {
    return new StatementLog(server, log);
  }

  /** Makes that database, with names of few words. */
  public Target create(Sizes sizes) throws SQLException {
    create(COMPANY, PlainNames.COMPANY, sizes.tables(), sizes.columns());
    return target(COMPANY);
  }

  /** Makes a database with that many tables and columns, the catalog's statistics up to date. */
  public void create(String database, Naming naming, int tables, int columns) throws SQLException {
    if (columns < 10 || columns > PlainNames.MOST_COLUMNS) {
      throw new IllegalArgumentException("Columns: 10 to " + PlainNames.MOST_COLUMNS);
    }
    long begin = System.nanoTime();
    server.createDatabase(database);
    for (int from = 0; from < tables; from += TABLES_AT_ONCE) {
      var script = new StringBuilder();
      for (int table = from; table < Math.min(tables, from + TABLES_AT_ONCE); table++) {
        script.append(TableScript.of(naming, table, columns));
      }
      execute(database, script.toString());
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
    execute(to, TableScript.partitioned(columns));
    for (int start = 0; start < partitions; start += TABLES_AT_ONCE) {
      int end = Math.min(partitions, start + TABLES_AT_ONCE);
      execute(to, TableScript.partitions(start, end));
    }
    settle(to);
    Console.say("%s: with %d partitions".formatted(to, partitions));
  }

  /** Copies a database to which nothing is connected. */
  public void copy(String from, String to) throws SQLException {
    execute("postgres", "create database %s template %s strategy file_copy".formatted(to, from));
  }

  /** Deletes a database, whoever is connected to it. */
  public void drop(String database) throws SQLException {
    execute("postgres", "drop database %s with (force)".formatted(database));
  }

  /** Returns what to search for to find a table, which is its name. */
  public static String words(int table) {
    return PlainNames.COMPANY.table(table);
  }

  /** Alters one table of a database: it gets a column. */
  public void addColumn(String database, int table) throws SQLException {
    execute(database, "alter table " + words(table) + " add column added_later integer");
  }

  /** Does what autovacuum would have done by now, for the catalog alone. */
  public void settle(String database) throws SQLException {
    execute(
        database,
        """
        vacuum analyze pg_class, pg_attribute, pg_attrdef, pg_constraint, pg_index, pg_type,
          pg_description, pg_depend
        """);
    execute(database, "checkpoint");
  }

  private void execute(String database, String sql) throws SQLException {
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
