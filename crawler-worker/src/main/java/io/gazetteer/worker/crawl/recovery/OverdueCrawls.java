package io.gazetteer.worker.crawl.recovery;

import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends crawls that take too long. Their batches lose their leases, which ends what they run on the
 * source; nothing is removed. A crawl that has all its batches is left to finish.
 */
@Component
final class OverdueCrawls {
  private static final Logger log = LoggerFactory.getLogger(OverdueCrawls.class);

  private final JdbcClient jdbc;
  private final EventPublisher events;
  private final CrawlSettings settings;

  OverdueCrawls(JdbcClient jdbc, EventPublisher events, CrawlSettings settings) {
    this.jdbc = jdbc;
    this.events = events;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${gazetteer.recovery.interval:1s}")
  void end() {
    for (CrawlFinished ended : take()) {
      log.warn("Crawl {} failed: it took longer than {}", ended.crawlId(), settings.timeLimit());
      events.announce(ended);
    }
  }

  private List<CrawlFinished> take() {
    return jdbc.sql(
            """
            update crawl
            set state = 'FAILED', finished_at = now(), lease_until = null, retry_at = null,
                error_code = 'crawl_timeout',
                error_message = 'The crawl took longer than ' || :limit
            where live and state <> 'FINISHING'
              and started_at < now() - :millis * interval '1 ms'
            returning id, data_source_id, epoch
            """)
        .param("limit", settings.timeLimit().toString())
        .param("millis", settings.timeLimit().toMillis())
        .query(
            (row, number) ->
                new CrawlFinished(
                    row.getObject("data_source_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getLong("epoch"),
                    "FAILED"))
        .list();
  }
}
