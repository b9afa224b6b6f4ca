package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a database whose name differs from the one given in upper and lower case only, with the
 * same login, in a database that every server has. Thread safe.
 */
final class OtherSpelling {
  private static final List<String> POSTGRES = List.of("postgres", "template1");
  private static final List<String> MYSQL = List.of("information_schema");

  private final SourceConnections connections;
  private final SourceTimeouts timeouts;

  OtherSpelling(SourceConnections connections, SourceTimeouts timeouts) {
    this.connections = connections;
    this.timeouts = timeouts;
  }

  /** Returns the report of a missing database, with the name that was meant where there is one. */
  ConnectionReport report(SourceException missing, SourceAddress source, String password) {
    var other = find(source, password);
    if (other.isPresent()) {
      return ConnectionReport.failed(
          "database_not_found",
          "The server has no database of this name; names are case-sensitive, and there is "
              + other.get(),
          List.of());
    }
    return ConnectionReport.failed(
        missing, missing.isOfRights() ? Grants.ofDatabase(source) : List.of());
  }

  private Optional<String> find(SourceAddress source, String password) {
    boolean postgres = source.kind() == DatabaseKind.POSTGRESQL;
    for (String database : postgres ? POSTGRES : MYSQL) {
      try (var connection = connections.open(source.inDatabase(database), password, timeouts)) {
        return find(connection, postgres, source.dbName());
      } catch (SourceException | SQLException e) {
        // The next one may let the user in.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> find(Connection connection, boolean postgres, String dbName)
      throws SQLException {
    var names =
        postgres
            ? "select datname from pg_catalog.pg_database"
                + " where pg_catalog.lower(datname) = pg_catalog.lower(?) and datname <> ? limit 1"
            : "select SCHEMA_NAME from information_schema.SCHEMATA"
                + " where lower(SCHEMA_NAME) = lower(?) and binary SCHEMA_NAME <> ? limit 1";
    try (var statement = connection.prepareStatement(names)) {
      statement.setString(1, dbName);
      statement.setString(2, dbName);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
