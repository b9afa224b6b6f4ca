package io.gazetteer.common.catalog;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.TlsSettings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Describes one registered database. The secret is not part of it; {@link DataSourceSecrets} has
 * that.
 *
 * @param epoch the epoch of its newest crawl
 * @param options when and how it is crawled
 * @param nextCrawlAt when the schedule will start a crawl; null when it is off
 */
public record DataSource(
    UUID id,
    DatabaseKind kind,
    String hostname,
    int port,
    String dbName,
    String username,
    long epoch,
    TlsSettings tls,
    CrawlOptions options,
    @Nullable Instant nextCrawlAt,
    Instant createdAt,
    Instant updatedAt) {

  /** Returns where the database is and who we are there. */
  public SourceAddress address() {
    return new SourceAddress(kind, hostname, port, dbName, username, tls);
  }
}
