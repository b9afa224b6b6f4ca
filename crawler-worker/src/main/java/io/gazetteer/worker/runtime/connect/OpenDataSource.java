package io.gazetteer.worker.runtime.connect;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.worker.introspect.Introspector;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds an open connection to a data source.
 *
 * @param statements is to hear of the statements that are sent over it
 */
public record OpenDataSource(
    Connection connection, DataSource dataSource, Statements.Listener statements)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenDataSource.class);

  /** Returns the introspector for this kind of database. */
  public Introspector introspector() {
    return Introspectors.of(dataSource.kind());
  }

  public String dbName() {
    return dataSource.dbName();
  }

  public CrawlOptions options() {
    return dataSource.options();
  }

  /** Ends what runs on the connection, from any thread. */
  void abort() {
    try {
      connection.abort(command -> Thread.ofPlatform().daemon().start(command));
    } catch (SQLException e) {
      log.debug("A connection could not be aborted: {}", e.getMessage());
    }
  }

  /** Closes the connection; one that does not close well is of no interest any more. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      log.debug("A connection could not be closed: {}", e.getMessage());
    }
  }
}
