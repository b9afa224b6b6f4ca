package io.gazetteer.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Is a database server, with its administrator. Thread safe. */
public interface DatabaseServer {
  SqlDialect dialect();

  String host();

  int port();

  String username();

  String password();

  default String jdbcUrl(String database) {
    return dialect().jdbcUrl(host(), port(), database);
  }

  /** Connects as the administrator. */
  default Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), username(), password());
  }

  /** Returns whether the administrator can log in; when not, a failure may say why. */
  default boolean answers() throws SQLException {
    try (var connection = connect(dialect().maintenanceDatabase())) {
      return connection.isValid(2);
    }
  }

  /**
   * Creates an empty database; the name may hold any characters.
   *
   * @throws IllegalStateException when it cannot be created, for example since it exists
   */
  default void createDatabase(String database) {
    try (var connection = connect(dialect().maintenanceDatabase());
        var statement = connection.createStatement()) {
      statement.execute("create database " + dialect().quoted(database));
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + database + " cannot be created", e);
    }
  }
}
