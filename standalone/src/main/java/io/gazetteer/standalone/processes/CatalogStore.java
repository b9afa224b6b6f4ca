package io.gazetteer.standalone.processes;

import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.PostgresAddress;
import io.gazetteer.standalone.settings.RandomPassword;
import java.sql.SQLException;
import java.sql.Statement;

/** Prepares the catalog's own database in the embedded server, and its owner, no superuser. */
final class CatalogStore {
  private static final String NAME = "gazetteer";

  private CatalogStore() {}

  /** Makes what is missing, also when an earlier start was cut off. */
  static PostgresAddress prepare(EmbeddedPostgres server, DataFolder data) {
    var password = RandomPassword.keptIn(data.secrets().resolve("postgres-password"));
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      if (isMissing(statement, "pg_roles where rolname")) {
        statement.execute("create role gazetteer login password '" + password + "'");
      }
      if (isMissing(statement, "pg_database where datname")) {
        statement.execute("create database gazetteer owner gazetteer");
      }
    } catch (SQLException e) {
      throw new CannotStartException("The catalog's database cannot be made.", e);
    }
    return new PostgresAddress(server.jdbcUrl(NAME), NAME, password);
  }

  private static boolean isMissing(Statement statement, String where) throws SQLException {
    try (var row = statement.executeQuery("select 1 from " + where + " = '" + NAME + "'")) {
      return !row.next();
    }
  }
}
