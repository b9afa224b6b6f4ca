package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database server with an administrator who has a generated password. Thread safe. */
public abstract sealed class EmbeddedDatabase implements EmbeddedServer
    permits EmbeddedPostgres, EmbeddedMariaDb, EmbeddedMySql {
  private final String name;
  private final ChildProcess process;
  private final int port;
  private final String password;

  EmbeddedDatabase(String name, ChildProcess process, int port, String password) {
    this.name = name;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  public final int port() {
    return port;
  }

  public final String host() {
    return "127.0.0.1";
  }

  public final String password() {
    return password;
  }

  /** The administrator. */
  public abstract String username();

  public abstract String jdbcUrl(String database);

  /** A database that is always there. */
  abstract String maintenanceDatabase();

  /** Quotes a name for SQL. */
  abstract String quoted(String identifier);

  /** Creates an empty database; the name may hold anything. */
  public final void createDatabase(String database) {
    try (var connection = connect(maintenanceDatabase());
        var statement = connection.createStatement()) {
      statement.execute("create database " + quoted(database));
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + database + " cannot be created", e);
    }
  }

  /** A connection of the administrator. */
  public final Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), username(), password());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ProcessHandle process() {
    return process.handle();
  }

  @Override
  public final boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public final void stop() {
    process.stop();
  }
}
