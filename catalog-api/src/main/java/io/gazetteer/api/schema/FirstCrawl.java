package io.gazetteer.api.schema;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether a data source has been crawled well yet. Thread safe. */
@Component
final class FirstCrawl {
  private final Crawls crawls;
  private final JdbcClient jdbc;

  FirstCrawl(Crawls crawls, JdbcClient jdbc) {
    this.crawls = crawls;
    this.jdbc = jdbc;
  }

  Optional<Crawl> newest(UUID dataSourceId) {
    return crawls.findLatest(dataSourceId);
  }

  /** Whether a crawl is live and none before it has brought the index up to date. */
  boolean isRunning(UUID dataSourceId) {
    return jdbc.sql(
            """
            select coalesce(bool_or(state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING')), false)
              and not coalesce(bool_or(state in ('SUCCEEDED', 'PARTIAL', 'HELD')), false)
            from crawl where data_source_id = :id
            """)
        .param("id", dataSourceId)
        .query(Boolean.class)
        .single();
  }
}
