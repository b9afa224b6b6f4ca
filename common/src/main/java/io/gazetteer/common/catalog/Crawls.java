package io.gazetteer.common.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads crawls from the catalog store. Thread safe. */
public final class Crawls {
  /** These are the columns of a {@link Crawl}, for queries that end in {@link #map}. */
  public static final String COLUMNS =
      """
      id, data_source_id, epoch, state, created_at, started_at, finished_at, batches_total, \
      batches_remaining, columns_total, tables_seen, tables_indexed, tables_unchanged, tables_excluded, \
      tables_failed, tables_removed, columns_seen, error_code, error_message""";

  private final JdbcClient jdbc;

  public Crawls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Crawl> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from crawl where id = :id")
        .param("id", id)
        .query(Crawls::map)
        .optional();
  }

  /** Returns the newest crawl of a data source, whatever its state. */
  public Optional<Crawl> findLatest(UUID dataSourceId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from crawl where data_source_id = :id order by epoch desc limit 1")
        .param("id", dataSourceId)
        .query(Crawls::map)
        .optional();
  }

  /** Maps a row that has the {@link #COLUMNS}. */
  public static Crawl map(ResultSet row, int rowNumber) throws SQLException {
    return new Crawl(
        row.getObject("id", UUID.class),
        row.getObject("data_source_id", UUID.class),
        row.getLong("epoch"),
        CrawlState.valueOf(row.getString("state")),
        Rows.requiredInstant(row, "created_at"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "finished_at"),
        Rows.integer(row, "batches_total"),
        Rows.integer(row, "batches_remaining"),
        row.getObject("columns_total", Long.class),
        counts(row),
        error(row));
  }

  private static Crawl.Counts counts(ResultSet row) throws SQLException {
    return new Crawl.Counts(
        row.getLong("tables_seen"),
        row.getLong("tables_indexed"),
        row.getLong("tables_unchanged"),
        row.getLong("tables_excluded"),
        row.getLong("tables_failed"),
        row.getLong("tables_removed"),
        row.getLong("columns_seen"));
  }

  private static Crawl.@Nullable CrawlError error(ResultSet row) throws SQLException {
    var code = row.getString("error_code");
    return code == null ? null : new Crawl.CrawlError(code, row.getString("error_message"));
  }
}
