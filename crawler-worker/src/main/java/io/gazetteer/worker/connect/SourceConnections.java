package io.gazetteer.worker.connect;

import com.mysql.cj.MysqlConnection;
import io.gazetteer.common.model.DatabaseKind;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * Opens connections to data sources. Sessions are read only, bounded in time and say who they are.
 * {@link Connection#abort} may be called from another thread and ends the running statement on the
 * server, too. Instances hold no state and may be shared.
 */
public final class SourceConnections {

  static final String APPLICATION_NAME = "gazetteer-crawler";
  private static final int OLDEST_POSTGRES = 12;
  private static final Duration GRACE = Duration.ofSeconds(1);

  /**
   * Opens a connection.
   *
   * @param password a string, since both drivers want one; not kept beyond the connection's life
   * @throws SourceException within the connect timeout and two seconds, with a code and a message
   *     that hold nothing secret
   */
  public Connection open(SourceAddress address, String password, SourceTimeouts timeouts)
      throws SourceException {
    Duration limit = timeouts.connect().plus(GRACE);
    try {
      return LoginDeadline.within(
          limit,
          () ->
              address.kind() == DatabaseKind.POSTGRESQL
                  ? openPostgres(address, password, timeouts)
                  : openMySql(address, password, timeouts));
    } catch (SQLException e) {
      throw explain(SourceException.of(e), address);
    } catch (SourceException e) {
      throw explain(e, address);
    }
  }

  private static SourceException explain(SourceException failure, SourceAddress address) {
    boolean silent = failure.code().equals(SourceError.TIMEOUT.code());
    return silent
            && address.kind() != DatabaseKind.POSTGRESQL
            && PostgresProbe.answersAt(address.hostname(), address.port())
        ? new SourceException(SourceError.WRONG_DATABASE_TYPE)
        : failure;
  }

  private static Connection openPostgres(
      SourceAddress address, String password, SourceTimeouts timeouts)
      throws SQLException, SourceException {
    Properties properties = PostgresProperties.of(address, password, timeouts);
    Connection connection =
        connect(new org.postgresql.Driver(), PostgresProperties.URL, properties);
    return prepared(
        connection,
        timeouts,
        () -> {
          if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_POSTGRES) {
            throw new SourceException(SourceError.UNSUPPORTED_VERSION);
          }
          PGConnection session = connection.unwrap(PGConnection.class);
          return AbortableConnection.of(connection, session::cancelQuery);
        });
  }

  private static Connection openMySql(
      SourceAddress address, String password, SourceTimeouts timeouts)
      throws SQLException, SourceException {
    Properties properties = MySqlProperties.of(address, password, timeouts);
    Connection connection = connectMySql(properties);
    return prepared(
        connection,
        timeouts,
        () -> {
          MySqlSession.prepare(connection, timeouts);
          long session = connection.unwrap(MysqlConnection.class).getSession().getThreadId();
          return AbortableConnection.of(connection, () -> kill(session, properties));
        });
  }

  private static Connection connectMySql(Properties properties) throws SQLException {
    return connect(new com.mysql.cj.jdbc.Driver(), MySqlProperties.URL, properties);
  }

  private static void kill(long session, Properties properties) throws SQLException {
    try (Connection other = connectMySql(properties);
        Statement statement = other.createStatement()) {
      statement.execute("kill " + session);
    }
  }

  private static Connection connect(Driver driver, String url, Properties properties)
      throws SQLException {
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLFeatureNotSupportedException("The driver does not know its own URL");
    }
    return connection;
  }

  /** Until here the socket had the connect timeout, from here on the longer one. */
  private static Connection prepared(
      Connection connection, SourceTimeouts timeouts, LoginDeadline.Login preparation)
      throws SQLException, SourceException {
    try {
      connection.setNetworkTimeout(Runnable::run, SourceTimeouts.millis(timeouts.socket()));
      return preparation.open();
    } catch (SQLException | SourceException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
