package io.gazetteer.common.source;

import io.gazetteer.common.source.postgresql.PostgresSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server which database a connection leads to, whatever name or address it was reached by.
 * The answer is the same for two connections to one database, and another one for a copy of it: a
 * clone of PostgreSQL has the system identifier of its origin, and was started at another time; two
 * containers of MariaDB may have one {@code server_uid}, and have two host names.
 */
public final class DatabaseIdentity {
  private static final Logger log = LoggerFactory.getLogger(DatabaseIdentity.class);
  private static final int LONGEST = 500;

  private static final String POSTGRES =
      """
      select pg_catalog.concat_ws('/', 'postgresql', c.system_identifier, d.oid,
        extract(epoch from pg_catalog.pg_postmaster_start_time()))
      from pg_catalog.pg_control_system() c, pg_catalog.pg_database d
      where d.datname = pg_catalog.current_database()
      """;

  private static final String MYSQL =
      """
      select concat_ws('/', 'mysql', @@:uuid, @@hostname, @@port, coalesce((
        select SCHEMA_NAME from information_schema.SCHEMATA
        where SCHEMA_NAME = database()
        order by binary SCHEMA_NAME = binary database() desc limit 1), database()))
      """;

  private DatabaseIdentity() {}

  /** Finds the identity; empty when the server does not tell. */
  public static Optional<String> of(Connection connection, DatabaseKind kind) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return kind == DatabaseKind.POSTGRESQL
          ? inPostgres(connection, statement)
          : Optional.of(text(statement, MYSQL.replace(":uuid", uuid(connection))));
    } catch (SQLException e) {
      if (!connection.isValid(5)) {
        throw e;
      }
      log.debug("A server does not tell its identity (SQLSTATE {})", e.getSQLState());
      return Optional.empty();
    }
  }

  private static Optional<String> inPostgres(Connection connection, Statement statement)
      throws SQLException {
    PostgresSession.of(connection).begin(statement);
    try {
      return Optional.of(text(statement, POSTGRES));
    } finally {
      statement.execute("rollback");
    }
  }

  private static String uuid(Connection connection) throws SQLException {
    boolean mariaDb =
        connection
            .getMetaData()
            .getDatabaseProductVersion()
            .toLowerCase(Locale.ROOT)
            .contains("mariadb");
    return mariaDb ? "server_uid" : "server_uuid";
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      var text = row.getString(1);
      return text.substring(0, Math.min(text.length(), LONGEST));
    }
  }
}
