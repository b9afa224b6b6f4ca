package io.gazetteer.api.sources;

import io.gazetteer.api.sources.registration.DataSourcesChanged;
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
public class SourceDirectory {
  private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final JdbcClient jdbc;
  private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

  SourceDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Remembered(Sources sources, long since) {
    boolean isFresh() {
      return System.nanoTime() - since < REMEMBERED;
    }
  }

  /** As they are now. */
  public Sources now() {
    var known = remembered.get();
    return known != null && known.isFresh() ? known.sources() : read();
  }

  private synchronized Sources read() {
    var known = remembered.get();
    if (known != null && known.isFresh()) {
      return known.sources();
    }
    long since = System.nanoTime();
    var sources = new Sources(rows());
    // Not if someone forgot meanwhile: then these may be outdated.
    remembered.compareAndSet(known, new Remembered(sources, since));
    return sources;
  }

  /** Forgets what is remembered; whoever asks next reads again. */
  @TransactionalEventListener(classes = DataSourcesChanged.class, fallbackExecution = true)
  void forget() {
    remembered.set(new Remembered(new Sources(List.of()), System.nanoTime() - REMEMBERED));
  }

  /** Reads again, for when a hit is of a data source younger than what is remembered. */
  public Sources again() {
    forget();
    return now();
  }

  private List<Source> rows() {
    return jdbc.sql(
            """
            select id, kind, hostname, port, db_name, deleted_at is not null as deleted
            from data_source
            """)
        .query(SourceDirectory::source)
        .list();
  }

  private static Source source(ResultSet row, int number) throws SQLException {
    var dbName = row.getString("db_name");
    return new Source(
        row.getObject("id", UUID.class),
        dbName,
        row.getString("hostname"),
        row.getInt("port"),
        DatabaseKind.valueOf(row.getString("kind")).displayName(),
        List.of(ANALYZER.words(dbName).split(" ")),
        row.getBoolean("deleted"));
  }
}
