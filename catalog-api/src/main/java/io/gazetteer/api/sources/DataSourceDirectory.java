package io.gazetteer.api.sources;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The data sources that answers are of, from memory: neither a search nor a keystroke shall wait
 * for a statement. What this process changes is known at once, what another one changes within a
 * second. Thread safe.
 */
@Component
public class DataSourceDirectory {
  private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final JdbcClient jdbc;
  private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

  DataSourceDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Remembered(DataSourceSnapshot sources, long since) {
    boolean isFresh() {
      return System.nanoTime() - since < REMEMBERED;
    }
  }

  /** As they are now. */
  public DataSourceSnapshot now() {
    var known = remembered.get();
    return known != null && known.isFresh() ? known.sources() : read();
  }

  private synchronized DataSourceSnapshot read() {
    var known = remembered.get();
    if (known != null && known.isFresh()) {
      return known.sources();
    }
    long since = System.nanoTime();
    var sources = new DataSourceSnapshot(rows());
    // Not if someone forgot meanwhile: then these may be outdated.
    remembered.compareAndSet(known, new Remembered(sources, since));
    return sources;
  }

  /** Forgets what is remembered; whoever asks next reads again. */
  @TransactionalEventListener(classes = DataSourcesChanged.class, fallbackExecution = true)
  void forget() {
    remembered.set(
        new Remembered(new DataSourceSnapshot(List.of()), System.nanoTime() - REMEMBERED));
  }

  /** Reads again, for when a hit is of a data source younger than what is remembered. */
  public DataSourceSnapshot again() {
    forget();
    return now();
  }

  private List<DataSourceEntry> rows() {
    return jdbc.sql(
            """
            select id, kind, hostname, port, db_name, deleted_at is not null as deleted
            from data_source
            """)
        .query(DataSourceDirectory::source)
        .list();
  }

  private static DataSourceEntry source(ResultSet row, int number) throws SQLException {
    var dbName = row.getString("db_name");
    return new DataSourceEntry(
        row.getObject("id", UUID.class),
        dbName,
        row.getString("hostname"),
        row.getInt("port"),
        DatabaseKind.valueOf(row.getString("kind")).displayName(),
        List.of(ANALYZER.words(dbName).split(" ")),
        row.getBoolean("deleted"));
  }
}
