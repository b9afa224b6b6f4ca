package io.gazetteer.common.source;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.exceptions.UnableToConnectException;
import io.gazetteer.common.source.mysql.MySqlProperties;
import io.gazetteer.common.source.mysql.MySqlSession;
import io.gazetteer.common.source.policy.TargetNotAllowedException;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.common.source.postgresql.PostgresProbe;
import io.gazetteer.common.source.postgresql.PostgresProperties;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * Opens connections to data sources. Sessions are read only, bounded in time and carry our name.
 * The name of a source is looked up once, and the address that is dialled is one the network policy
 * has allowed. {@link Connection#abort} may be called from another thread and ends the running
 * statement on the server, too. Instances hold no state and may be shared.
 */
public final class SourceConnections {

  public static final String APPLICATION_NAME = "gazetteer-crawler";
  private static final int OLDEST_POSTGRES = 12;

  /** The server has no rule for this user, database, address and encryption together. */
  private static final String REFUSED_BY_RULE = "28000";

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Targets targets;

  public SourceConnections(Targets targets) {
    this.targets = targets;
  }

  /**
   * Opens a connection to the first of the source's addresses that answers.
   *
   * @param password a string, since both drivers want one; not kept beyond the connection's life
   * @throws SourceException within the connect timeout and two seconds, with a code and a message
   *     that hold nothing secret
   */
  public Connection open(SourceAddress source, String password, SourceTimeouts timeouts)
      throws SourceException {
    long end = System.nanoTime() + timeouts.connect().plus(GRACE).toNanos();
    SourceException failure = new SourceException(SourceError.UNREACHABLE);
    for (InetAddress host : resolve(source, end)) {
      try {
        return open(new SourceLogin(source, host, password, timeouts), end);
      } catch (SourceException e) {
        failure = e;
        if (!e.isUnreachable()) {
          break;
        }
      }
    }
    throw failure;
  }

  private List<InetAddress> resolve(SourceAddress source, long end) throws SourceException {
    try {
      return Deadline.within(until(end), () -> resolve(source), addresses -> {});
    } catch (SQLException e) {
      throw SourceException.of(e);
    }
  }

  private List<InetAddress> resolve(SourceAddress source) throws SourceException {
    try {
      return targets.resolve(source.hostname(), source.port());
    } catch (UnknownHostException e) {
      throw new SourceException(SourceError.HOST_NOT_FOUND);
    } catch (TargetNotAllowedException e) {
      throw new SourceException(SourceError.TARGET_NOT_ALLOWED);
    }
  }

  private static Duration until(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  private static Connection open(SourceLogin login, long end) throws SourceException {
    try {
      return Deadline.within(
          until(end),
          () -> login.isPostgres() ? openPostgres(login) : openMySql(login),
          Connection::close);
    } catch (SQLException e) {
      if (login.tls().mode().demandsEncryption() && hasNoTls(e)) {
        throw new SourceException(SourceError.TLS_UNAVAILABLE);
      }
      throw explain(SourceException.of(e), login);
    } catch (SourceException e) {
      throw explain(e, login);
    }
  }

  /** Returns whether the server cannot encrypt, which Connector/J says in this way. */
  private static boolean hasNoTls(SQLException failure) {
    return ErrorMapping.hasCause(failure, UnableToConnectException.class);
  }

  /**
   * Looks at what the failure says of the kind of server. A MySQL client waits for the server to
   * speak first and PostgreSQL for the client, so that the wrong {@code db_type} would look like a
   * dead host. A server that we could not agree with on encryption has said one byte, or none of
   * PostgreSQL's: only if it is PostgreSQL, encryption is what is wrong.
   */
  private static SourceException explain(SourceException failure, SourceLogin login) {
    boolean isInDoubt =
        login.isPostgres()
            ? failure.isOfEncryption()
            : failure.code().equals(SourceError.TIMEOUT.code());
    return isInDoubt && isPostgresAt(login) != login.isPostgres()
        ? new SourceException(SourceError.WRONG_DATABASE_TYPE)
        : failure;
  }

  private static boolean isPostgresAt(SourceLogin login) {
    return PostgresProbe.answersAt(new InetSocketAddress(login.host(), login.source().port()));
  }

  private static Connection openPostgres(SourceLogin login) throws SQLException, SourceException {
    Connection connection = connectPostgres(login);
    return prepared(
        connection,
        login.timeouts(),
        () -> {
          if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_POSTGRES) {
            throw new SourceException(SourceError.UNSUPPORTED_VERSION);
          }
          PGConnection session = connection.unwrap(PGConnection.class);
          return AbortableConnection.of(connection, session::cancelQuery);
        });
  }

  /** Tries both ways, encrypted or not, where the owner allows both: some servers take only one. */
  private static Connection connectPostgres(SourceLogin login) throws SQLException {
    try {
      return connect(
          new org.postgresql.Driver(), PostgresProperties.URL, PostgresProperties.of(login));
    } catch (SQLException e) {
      if (login.tls().mode() == TlsMode.PREFER && REFUSED_BY_RULE.equals(e.getSQLState())) {
        return connectPostgres(login.unencrypted());
      }
      throw e;
    }
  }

  private static Connection openMySql(SourceLogin login) throws SQLException, SourceException {
    Properties properties = MySqlProperties.of(login);
    Connection connection = connectMySql(properties);
    return prepared(
        connection,
        login.timeouts(),
        () -> {
          MySqlSession.prepare(connection, login.timeouts());
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

  /** Prepares the session. So far the socket had the connect timeout, from here on a longer one. */
  private static Connection prepared(
      Connection connection, SourceTimeouts timeouts, Deadline.Step<Connection> preparation)
      throws SQLException, SourceException {
    try {
      connection.setNetworkTimeout(Runnable::run, SourceTimeouts.millis(timeouts.socket()));
      return preparation.take();
    } catch (SQLException | SourceException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
