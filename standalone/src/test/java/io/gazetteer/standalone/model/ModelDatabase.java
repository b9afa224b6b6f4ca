package io.gazetteer.standalone.model;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.servers.testing.facts.Facts;
import io.gazetteer.servers.testing.facts.SourceOracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PSQLException;

/** A small database that sequences change, and the user who crawls it. */
final class ModelDatabase implements AutoCloseable {
  static final List<String> SCHEMAS = List.of("s0", "s1", "Odd \"schema");
  private static final String PASSWORD = "a password of tests";

  private final String name;
  private final Connection connection;
  private final SourceOracle oracle;

  ModelDatabase(String name) {
    this.name = name;
    TestServers.postgres().createDatabase(name);
    connection = connect(name);
    oracle = oracle(connection);
    // Its password is asked for thousands of times; proving it is not what is tried here.
    execute("set scram_iterations = 1");
    execute("create role " + user() + " login password '" + PASSWORD + "'");
    execute("set lock_timeout = '5s'");
  }

  private static Connection connect(String name) {
    try {
      return TestServers.postgres().connect(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SourceOracle oracle(Connection connection) {
    try {
      return new SourceOracle(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what is sent to the API to register it. */
  Map<String, Object> registration() {
    return Map.of(
        "db_type",
        "PostgreSQL",
        "hostname",
        "127.0.0.1",
        "port",
        TestServers.postgres().port(),
        "db_name",
        name,
        "username",
        user(),
        "password",
        PASSWORD);
  }

  String user() {
    return name + "_user";
  }

  /** Makes it as it was at first: two schemas with a few tables. */
  void reset() {
    for (String schema : SCHEMAS) {
      execute("drop schema if exists " + quoted(schema) + " cascade");
      execute("create schema " + quoted(schema));
      execute("grant usage on schema " + quoted(schema) + " to " + user());
    }
    execute(
        """
        create table s0.t0 (id integer primary key, name text);
        create table s0.t1 (id integer, amount numeric(9,2), at timestamp with time zone);
        create table s1.t0 (id integer, note character varying(20));
        create table s1."T0" (id bigint, "Id" integer);
        """);
  }

  /** False when the database says no, for example since a view needs the column. */
  boolean execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (PSQLException e) {
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What it says of itself now. */
  Facts facts() {
    try {
      return oracle.read();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
