package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.SourceTimeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Begins transactions in which nothing that a server, database or role has set shapes an answer.
 * The settings end with the transaction: a pooler may give each one another session, and none of
 * ours is left behind in it. A connection of {@code SourceConnections} unwraps to its session.
 *
 * @param texts reads texts in the encoding of the database
 */
public record PostgresSession(SourceTimeouts timeouts, int majorVersion, ServerText texts) {
  private static final int HAS_TRANSACTION_TIMEOUT = 17;
  private static final String UTF8 = "UTF8";

  /** Describes the session of a connection that has just been opened. */
  public static PostgresSession of(Connection connection, SourceTimeouts timeouts)
      throws SQLException {
    var encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
    return new PostgresSession(
        timeouts,
        connection.getMetaData().getDatabaseMajorVersion(),
        ServerText.of(Objects.requireNonNullElse(encoding, UTF8)));
  }

  /** Finds the session of a connection that {@code SourceConnections} has opened. */
  public static PostgresSession of(Connection connection) throws SQLException {
    return connection.unwrap(PostgresSession.class);
  }

  /**
   * Begins a read-only transaction that sees one state of the catalog; one round trip.
   *
   * @throws SettingsRefusedException when it cannot be had with these settings
   */
  public void begin(Statement statement) throws SQLException {
    try {
      statement.execute(
          "begin isolation level repeatable read read only not deferrable; select " + settings());
    } catch (SQLException e) {
      throw SettingsRefusedException.by(e);
    }
  }

  private String settings() {
    return values().entrySet().stream()
        .map(
            setting ->
                "pg_catalog.set_config('%s', '%s', true)"
                    .formatted(setting.getKey(), setting.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Returns the settings; those of limits come first, for they may be short at the start. */
  private Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    values.put("statement_timeout", millis(timeouts.statement()));
    values.put("lock_timeout", millis(timeouts.lock()));
    values.put("idle_in_transaction_session_timeout", millis(timeouts.socket()));
    if (majorVersion >= HAS_TRANSACTION_TIMEOUT) {
      values.put("transaction_timeout", "0");
    }
    values.put("search_path", "pg_catalog");
    addTexts(values);
    addPlanner(values);
    return values;
  }

  private static String millis(Duration duration) {
    return Integer.toString(SourceTimeouts.millis(duration));
  }

  /** Adds what shapes the text of an expression or of a value in it. */
  private static void addTexts(Map<String, String> values) {
    values.put("quote_all_identifiers", "off");
    values.put("standard_conforming_strings", "on");
    values.put("bytea_output", "hex");
    values.put("datestyle", "ISO, MDY");
    values.put("intervalstyle", "postgres");
    values.put("timezone", "UTC");
    values.put("extra_float_digits", "3");
    values.put("lc_monetary", "C");
    // An error, and not fewer rows, should someone have put policies on what we read.
    values.put("row_security", "off");
  }

  /**
   * Adds what keeps our queries cheap. There are no parallel workers and no JIT: catalog queries
   * gain nothing from them and the source would pay. The planner is kept from reading a catalog as
   * a whole or sorting it in a file, which it prefers when the catalog's own statistics are out of
   * date, as they are after a large migration.
   */
  private static void addPlanner(Map<String, String> values) {
    values.put("max_parallel_workers_per_gather", "0");
    values.put("jit", "off");
    values.put("enable_seqscan", "off");
    values.put("enable_sort", "off");
    values.put("enable_indexscan", "on");
    values.put("enable_nestloop", "on");
    values.put("enable_hashjoin", "on");
  }
}
