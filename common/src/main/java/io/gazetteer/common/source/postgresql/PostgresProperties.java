package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceLogin;
import io.gazetteer.common.source.SourceTimeouts;
import java.util.Properties;
import org.postgresql.PGProperty;

/**
 * Sets the properties of pgjdbc. The keys are constants of this class, and the URL is one too:
 * nothing that a user typed can become a parameter.
 */
public final class PostgresProperties {

  public static final String URL = "jdbc:postgresql://";

  private PostgresProperties() {}

  /** Returns the properties of a login at a server, which takes settings with the first packet. */
  public static Properties of(SourceLogin login) {
    Properties properties = throughPooler(login);
    PGProperty.OPTIONS.set(properties, startSettings(login.timeouts()));
    // Saves the driver two SET statements a connection: it puts the values into the first packet.
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "12");
    return properties;
  }

  /**
   * Returns the properties of a login whose first packet holds nothing that a pooler would refuse.
   */
  public static Properties throughPooler(SourceLogin login) {
    SourceAddress source = login.source();
    Properties properties = new Properties();
    PGProperty.PG_HOST.set(properties, login.hostLiteral());
    PGProperty.PG_PORT.set(properties, source.port());
    PGProperty.PG_DBNAME.set(properties, source.dbName());
    PGProperty.USER.set(properties, source.username());
    PGProperty.PASSWORD.set(properties, login.password());
    PGProperty.APPLICATION_NAME.set(properties, SourceConnections.APPLICATION_NAME);
    PGProperty.SOCKET_FACTORY.set(properties, PostgresSocketFactory.class.getName());
    PGProperty.SOCKET_FACTORY_ARG.set(properties, login.tls().encode());
    addNetwork(properties, login.timeouts());
    return properties;
  }

  private static void addNetwork(Properties properties, SourceTimeouts timeouts) {
    int connect = SourceTimeouts.seconds(timeouts.connect());
    PGProperty.CONNECT_TIMEOUT.set(properties, connect);
    PGProperty.SOCKET_TIMEOUT.set(properties, connect);
    PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, 2);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    // The sockets see to encryption.
    PGProperty.SSL_MODE.set(properties, "disable");
    PGProperty.GSS_ENC_MODE.set(properties, "disable");
    PGProperty.SCRAM_MAX_ITERATIONS.set(properties, "100000");
    // A prepared statement belongs to a session, and a pooler may give the next one.
    PGProperty.PREPARE_THRESHOLD.set(properties, 0);
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
  }

  /**
   * Returns settings for what happens outside of our transactions, which have their own: waiting
   * between them, above all, for as long as the index takes.
   */
  private static String startSettings(SourceTimeouts timeouts) {
    return String.join(
        " ",
        "-c search_path=pg_catalog",
        "-c default_transaction_read_only=on",
        "-c statement_timeout=" + SourceTimeouts.millis(timeouts.statement()),
        "-c lock_timeout=" + SourceTimeouts.millis(timeouts.lock()),
        "-c idle_in_transaction_session_timeout=" + SourceTimeouts.millis(timeouts.socket()),
        "-c idle_session_timeout=0",
        "-c max_parallel_workers_per_gather=0");
  }
}
