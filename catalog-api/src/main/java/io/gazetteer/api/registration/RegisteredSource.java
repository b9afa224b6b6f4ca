package io.gazetteer.api.registration;

import io.gazetteer.api.crawls.CrawlView;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.model.DatabaseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered data source as the API shows it: never with its password.
 *
 * @param crawl its newest crawl
 */
record RegisteredSource(
    UUID id,
    String hostname,
    int port,
    String dbName,
    String username,
    DatabaseKind dbType,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant nextCrawlAt,
    @Nullable CrawlView crawl) {

  static RegisteredSource of(DataSource source, @Nullable Crawl crawl) {
    return new RegisteredSource(
        source.id(),
        source.hostname(),
        source.port(),
        source.dbName(),
        source.username(),
        source.kind(),
        source.createdAt(),
        source.updatedAt(),
        source.nextCrawlAt(),
        crawl == null ? null : CrawlView.of(crawl));
  }
}
