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

  public static Properties of(SourceLogin login) {
    SourceAddress source = login.source();
    Properties properties = new Properties();
    PGProperty.PG_HOST.set(properties, login.hostLiteral());
    PGProperty.PG_PORT.set(properties, source.port());
    PGProperty.PG_DBNAME.set(properties, source.dbName());
    PGProperty.USER.set(properties, source.username());
    PGProperty.PASSWORD.set(properties, login.password());
    PGProperty.APPLICATION_NAME.set(properties, SourceConnections.APPLICATION_NAME);
    PGProperty.OPTIONS.set(properties, sessionSettings(login.timeouts()));
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
    // Saves the driver two SET statements a connection.
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "12");
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
  }

  /**
   * Returns settings that go with the first packet, so that they cost no statement and hold from
   * the start. There are no parallel workers and no JIT: catalog queries gain nothing from them and
   * the source would pay. The planner is kept from reading a catalog as a whole or sorting it in a
   * file, which it prefers when the catalog's own statistics are out of date, as they are after a
   * large migration.
   */
  private static String sessionSettings(SourceTimeouts timeouts) {
    return String.join(
        " ",
        "-c search_path=pg_catalog",
        "-c default_transaction_read_only=on",
        "-c statement_timeout=" + SourceTimeouts.millis(timeouts.statement()),
        "-c lock_timeout=" + SourceTimeouts.millis(timeouts.lock()),
        "-c idle_in_transaction_session_timeout=" + SourceTimeouts.millis(timeouts.socket()),
        "-c max_parallel_workers_per_gather=0",
        "-c jit=off",
        "-c enable_seqscan=off",
        "-c enable_sort=off");
  }
}
