package io.gazetteer.api.crawls.control;

import io.gazetteer.api.crawls.outbox.Outbox;
import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.FinishRequested;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what people decide about crawls; each move is a compare-and-set. */
@Component
public class CrawlControl {
  private final JdbcClient jdbc;
  private final Crawls crawls;
  private final Outbox outbox;
  private final Audit audit;

  CrawlControl(JdbcClient jdbc, Outbox outbox, Audit audit) {
    this.jdbc = jdbc;
    this.crawls = new Crawls(jdbc);
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Ends a crawl that is live, or that the caller sees live; empty when it is over already. */
  @Transactional
  public Optional<Crawl> cancel(UUID id) {
    boolean heldBack = crawls.find(id).filter(SeenCrawl::isHeldBack).isPresent();
    var crawl =
        jdbc.sql(
                """
                update crawl
                set state = 'CANCELLED', finished_at = now(), lease_until = null, retry_at = null
                where id = :id
                  and (live or :heldBack and state = 'FAILED' and batches_total is null)
                returning\s"""
                    + Crawls.COLUMNS)
            .param("id", id)
            .param("heldBack", heldBack)
            .query(Crawls::map)
            .optional();
    crawl.ifPresent(
        row -> {
          // Batches of it may have changed the index.
          outbox.add(
              new CrawlFinished(row.dataSourceId(), row.id(), row.epoch(), row.state().name()));
          record("crawl_cancelled", row);
        });
    return crawl;
  }

  /** Ends the live crawl of a data source that is being deleted, if there is one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancelOf(UUID dataSourceId) {
    jdbc.sql(
            """
            select id from crawl where data_source_id = :id and live
            """)
        .param("id", dataSourceId)
        .query(UUID.class)
        .optional()
        .ifPresent(this::cancel);
  }

  /**
   * Lets a HELD crawl remove what it was held for; empty when it is not HELD, or a newer crawl has
   * made its listing out of date.
   */
  @Transactional
  public Optional<Crawl> confirm(UUID id) {
    var crawl =
        jdbc.sql(
                """
                update crawl
                set state = 'FINISHING', finished_at = null, lease_until = null, retry_at = null,
                    removal_confirmed = true, error_code = null, error_message = null,
                    wake_at = now() + interval '10 seconds'
                where id = :id and state = 'HELD'
                  and (data_source_id, epoch) in
                    (select d.id, d.epoch from data_source d where d.deleted_at is null)
                returning\s"""
                    + Crawls.COLUMNS)
            .param("id", id)
            .query(Crawls::map)
            .optional();
    crawl.ifPresent(
        row -> {
          outbox.add(new FinishRequested(row.dataSourceId(), row.id(), row.epoch()));
          record("crawl_confirmed", row);
        });
    return crawl;
  }

  private void record(String action, Crawl crawl) {
    audit.record(action, crawl.id(), Map.of("data_source_id", crawl.dataSourceId()));
  }
}
