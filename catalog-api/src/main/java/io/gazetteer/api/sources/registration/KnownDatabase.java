package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.source.DatabaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered database as everyone may see it: what it is and how fresh, and not where.
 *
 * @param freshAt when the newest crawl ended that read it; null before the first one
 * @param state that of its newest crawl
 * @param tables how many that crawl found; null before the first one
 */
public record KnownDatabase(
    UUID id,
    String dbName,
    DatabaseKind dbType,
    Instant createdAt,
    @Nullable Instant freshAt,
    @Nullable String state,
    @Nullable Long tables,
    @Nullable Long columns) {

  /** Returns the database with the state of its newest crawl, as the caller may see that. */
  KnownDatabase with(@Nullable Crawl newest) {
    var seen = newest == null ? null : SeenCrawl.of(newest).state().name();
    return new KnownDatabase(id, dbName, dbType, createdAt, freshAt, seen, tables, columns);
  }

  static KnownDatabase map(ResultSet row, int rowNumber) throws SQLException {
    var freshAt = row.getObject("fresh_at", OffsetDateTime.class);
    return new KnownDatabase(
        row.getObject("id", UUID.class),
        row.getString("db_name"),
        DatabaseKind.valueOf(row.getString("kind")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        freshAt == null ? null : freshAt.toInstant(),
        row.getString("state"),
        row.getObject("tables", Long.class),
        row.getObject("columns", Long.class));
  }
}
