package io.gazetteer.standalone.support;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Databases full of awkward things, on servers that are not Gazetteer's own. */
public final class Targets {
  /** Part of every password that is registered; it must never be seen again. */
  public static final String CANARY = "Canary-9b1f€";

  private Targets() {}

  public static TargetDatabase postgres(String name) {
    return make("PostgreSQL", TestServers.postgres(), name, "awkward/postgresql.sql");
  }

  /** With one table, for tests about something else. */
  public static TargetDatabase small(String name) {
    var database = empty("PostgreSQL", TestServers.postgres(), name);
    execute(database, "create table small (id bigint primary key)");
    return withReader(database);
  }

  /** With so many equal tables, of the administrator. */
  public static TargetDatabase manyTables(String name, int count) {
    var database = empty("PostgreSQL", TestServers.postgres(), name);
    execute(
        database,
        """
        do $$
        begin
          for i in 1..%d loop
            execute format(
              'create table t%%s (id bigint primary key, a text not null, b numeric(9, 2), c date)',
              i);
          end loop;
        end $$
        """
            .formatted(count));
    return database;
  }

  /** What a script makes on PostgreSQL. */
  public static TargetDatabase postgres(String name, String script) {
    return make("PostgreSQL", TestServers.postgres(), name, script);
  }

  public static TargetDatabase mariaDb(String name) {
    return make("MariaDB", TestServers.mariaDb(), name, "awkward/mariadb.sql");
  }

  /** The sample database that comes with Gazetteer on PostgreSQL; its script names a reader. */
  public static TargetDatabase bookshop() {
    var database = empty("PostgreSQL", TestServers.postgres(), "bookshop");
    execute(database, "create role sample_reader");
    execute(database, resource("samples/bookshop.sql"));
    return withReader(database);
  }

  /** The one on MariaDB. */
  public static TargetDatabase logistics() {
    return make("MariaDB", TestServers.mariaDb(), "logistics", "samples/logistics.sql");
  }

  public static TargetDatabase mySql(String name) {
    return make("MySQL", TestServers.mySql(), name, "awkward/mysql.sql");
  }

  /** Empty, of the administrator. */
  public static TargetDatabase empty(String type, DatabaseServer server, String name) {
    server.createDatabase(name);
    return new TargetDatabase(
        type, server.host(), server.port(), name, server.username(), server.password());
  }

  private static TargetDatabase make(
      String type, DatabaseServer server, String name, String script) {
    var database = empty(type, server, name);
    execute(database, resource(script));
    return withReader(database);
  }

  /** The database as someone sees it who may read everything in it and nothing else. */
  private static TargetDatabase withReader(TargetDatabase database) {
    var reader = "reader_of_" + database.name();
    if (database.isPostgres()) {
      execute(database, "create role %s login password '%s'".formatted(reader, CANARY));
      execute(database, "grant pg_read_all_data to " + reader);
    } else {
      execute(database, "create user %s identified by '%s'".formatted(reader, CANARY));
      execute(database, "grant select, show view on %s.* to %s".formatted(database.name(), reader));
    }
    return database.readBy(reader, CANARY);
  }

  private static void execute(TargetDatabase database, String sql) {
    try {
      database.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (var in = Targets.class.getResourceAsStream("/io/gazetteer/standalone/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
