package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.sources.schedule.Backoff;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.RelationFilters;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered data source as the API shows it: never with its password.
 *
 * @param caCertificate null: whoever the JVM trusts, where the mode looks at certificates at all
 * @param maxConnections null: as many as the workers' setting says
 * @param nextCrawlAt when the schedule starts the next crawl, its back-off considered; null when it
 *     starts none
 * @param backoff null when its newest crawls have not all failed
 * @param crawl its newest crawl
 * @param lastCrawl its newest crawl that has ended
 */
public record DataSourceView(
    UUID id,
    String hostname,
    int port,
    String dbName,
    String username,
    DatabaseKind dbType,
    TlsMode tlsMode,
    @Nullable String caCertificate,
    Instant createdAt,
    Instant updatedAt,
    String schedule,
    String timeZone,
    RelationFilters filters,
    @Nullable Integer maxConnections,
    @Nullable Instant nextCrawlAt,
    @Nullable Backoff backoff,
    @Nullable CrawlView crawl,
    @Nullable CrawlView lastCrawl) {

  /** Holds the state that a data source is in besides its row. */
  record Progress(
      @Nullable Instant nextCrawlAt,
      @Nullable Backoff backoff,
      @Nullable Crawl crawl,
      @Nullable Crawl lastCrawl) {}

  static DataSourceView of(DataSource source, Progress progress) {
    var options = source.options();
    return new DataSourceView(
        source.id(),
        source.hostname(),
        source.port(),
        source.dbName(),
        source.username(),
        source.kind(),
        source.tls().mode(),
        source.tls().caCertificate(),
        source.createdAt(),
        source.updatedAt(),
        options.schedule(),
        options.timeZone(),
        options.filters(),
        options.maxConnections(),
        progress.nextCrawlAt(),
        progress.backoff(),
        view(progress.crawl()),
        view(progress.lastCrawl()));
  }

  private static @Nullable CrawlView view(@Nullable Crawl crawl) {
    return crawl == null ? null : CrawlView.of(crawl);
  }
}
