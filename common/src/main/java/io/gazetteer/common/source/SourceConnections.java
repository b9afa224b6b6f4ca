package io.gazetteer.common.source;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.exceptions.UnableToConnectException;
import io.gazetteer.common.source.mysql.MySqlProperties;
import io.gazetteer.common.source.mysql.MySqlSession;
import io.gazetteer.common.source.policy.TargetNotAllowedException;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.common.source.postgresql.PostgresProbe;
import io.gazetteer.common.source.postgresql.PostgresProperties;
import io.gazetteer.common.source.postgresql.PostgresSession;
import io.gazetteer.common.source.postgresql.SettingsRefusedException;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections to data sources. Sessions are read only, bounded in time and carry our name.
 * The name of a source is looked up once, and the address that is dialled is one the network policy
 * has allowed. {@link Connection#abort} may be called from another thread and ends the running
 * statement on the server, too. A connection holds a place on its server until it is closed. May be
 * shared.
 */
public final class SourceConnections {

  public static final String APPLICATION_NAME = "gazetteer-crawler";
  private static final Logger log = LoggerFactory.getLogger(SourceConnections.class);
  private static final int OLDEST_POSTGRES = 12;

  /** The server has no rule for this user, database, address and encryption together. */
  private static final String REFUSED_BY_RULE = "28000";

  /**
   * How poolers, and servers that lack a setting, refuse the settings of the first packet: a
   * protocol violation, a feature that is not supported, an unknown parameter, a wrong value.
   */
  private static final Set<String> REFUSES_SETTINGS = Set.of("08P01", "0A000", "42704", "22023");

  /** The error of MySQL and MariaDB for a user without any right to the database. */
  private static final int NO_RIGHT_TO_DATABASE = 1044;

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Targets targets;
  private final ServerPlaces places;

  /** Opens connections without a limit of their number. */
  public SourceConnections(Targets targets) {
    this(targets, ServerPlaces.UNLIMITED);
  }

  /** Opens connections while there are places for them. */
  public SourceConnections(Targets targets, ServerPlaces places) {
    this.targets = targets;
    this.places = places;
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
    return open(source, password, timeouts, null);
  }

  /**
   * Does the same for a data source with a limit of its own.
   *
   * @param most connections to it at most; null: the usual limit of a server
   * @throws SourceException also at once, when the server has no place for us
   */
  public Connection open(
      SourceAddress source, String password, SourceTimeouts timeouts, @Nullable Integer most)
      throws SourceException {
    long end = System.nanoTime() + timeouts.connect().plus(GRACE).toNanos();
    SourceException failure = new SourceException(SourceError.UNREACHABLE);
    for (InetAddress host : resolve(source, end)) {
      try {
        return openInPlace(new SourceLogin(source, host, password, timeouts), most, end);
      } catch (SourceException e) {
        failure = e;
        if (!e.isUnreachable()) {
          break;
        }
      }
    }
    throw failure;
  }

  /** Opens a connection that holds a place until it is closed. */
  private Connection openInPlace(SourceLogin login, @Nullable Integer most, long end)
      throws SourceException {
    String server = serverOf(login);
    ServerPlaces.Place place = places.take(server, most);
    try {
      Connection connection = open(login, end);
      AbortableConnection.whenClosed(connection, place::close);
      learn(server, connection, login.isPostgres());
      return connection;
    } catch (SourceException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  /** Names a server by its address: one that is reached over loopback has several. */
  private static String serverOf(SourceLogin login) {
    String address = login.host().isLoopbackAddress() ? "loopback" : login.hostLiteral();
    return address + ":" + login.source().port();
  }

  /** Asks a server that has not been asked lately; one that does not say keeps its limit. */
  private void learn(String server, Connection connection, boolean isPostgres)
      throws SourceException {
    if (!places.isUnknown(server)) {
      return;
    }
    try {
      places.learn(server, AllowedConnections.of(connection, isPostgres));
    } catch (SQLException e) {
      if (isClosed(connection)) {
        throw SourceException.of(e);
      }
      log.info("A server does not say how many connections it allows: {}", e.getSQLState());
    }
  }

  /** An answer that the driver gives up on, such as one that is too large, ends the connection. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
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
    if (!isInDoubt || isPostgresAt(login) == login.isPostgres()) {
      return failure;
    }
    return login.isPostgres()
        ? new SourceException(SourceError.WRONG_DATABASE_TYPE)
        : SourceException.otherKind(DatabaseKind.POSTGRESQL.displayName());
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
          PGConnection driver = connection.unwrap(PGConnection.class);
          PostgresSession session = PostgresSession.of(connection, login.timeouts());
          return AbortableConnection.of(connection, driver::cancelQuery, session);
        });
  }

  /** Tries both ways, encrypted or not, where the owner allows both: some servers take only one. */
  private static Connection connectPostgres(SourceLogin login) throws SQLException {
    try {
      return startPostgres(login);
    } catch (SQLException e) {
      if (login.tls().mode() == TlsMode.PREFER && REFUSED_BY_RULE.equals(e.getSQLState())) {
        return connectPostgres(login.unencrypted());
      }
      throw e;
    }
  }

  /** Tries again with a bare first packet where a pooler refuses the settings in it. */
  private static Connection startPostgres(SourceLogin login) throws SQLException {
    try {
      return connectPostgres(PostgresProperties.of(login));
    } catch (SQLException e) {
      if (SettingsRefusedException.isOfServer(e)
          && REFUSES_SETTINGS.contains(String.valueOf(e.getSQLState()))) {
        return connectPostgres(PostgresProperties.throughPooler(login));
      }
      throw e;
    }
  }

  private static Connection connectPostgres(Properties properties) throws SQLException {
    return connect(new org.postgresql.Driver(), PostgresProperties.URL, properties);
  }

  private static Connection openMySql(SourceLogin login) throws SQLException, SourceException {
    try {
      return openMySql(login, MySqlProperties.of(login));
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_RIGHT_TO_DATABASE) {
        return openMySql(login, MySqlProperties.withoutDatabase(login));
      }
      throw e;
    }
  }

  /**
   * Opens a connection and enters the database last: at the login the rights of a role that is not
   * the default one do not count yet.
   */
  private static Connection openMySql(SourceLogin login, Properties properties)
      throws SQLException, SourceException {
    Connection connection = connectMySql(properties);
    return prepared(
        connection,
        login.timeouts(),
        () -> {
          MySqlSession.prepare(connection, login);
          long session = connection.unwrap(MysqlConnection.class).getSession().getThreadId();
          return AbortableConnection.of(connection, () -> kill(session, properties), null);
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
