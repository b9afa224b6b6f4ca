package io.gazetteer.api.sources;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final JdbcClient jdbc;

  /**
   * The key is how often they were forgotten. What is being read at such a moment may be outdated,
   * and is not found under the next key.
   */
  private final Cache<Long, DataSourceSnapshot> remembered;

  private final AtomicLong forgotten = new AtomicLong();

  DataSourceDirectory(JdbcClient jdbc, Ticker ticker) {
    this.jdbc = jdbc;
    this.remembered = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).ticker(ticker).build();
  }

  /** Returns the data sources as they are now. */
  public DataSourceSnapshot now() {
    return remembered.get(forgotten.get(), key -> new DataSourceSnapshot(rows()));
  }

  /** Forgets what is remembered; whoever asks next reads again. */
  @TransactionalEventListener(classes = DataSourcesChanged.class, fallbackExecution = true)
  void forget() {
    forgotten.incrementAndGet();
    remembered.invalidateAll();
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
