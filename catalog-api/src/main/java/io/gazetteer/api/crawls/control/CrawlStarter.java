package io.gazetteer.api.crawls.control;

import io.gazetteer.api.crawls.outbox.Outbox;
import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.events.CrawlRequested;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts crawls: the row and the event in one transaction, one live crawl per data source. */
@Component
public class CrawlStarter {
  private final JdbcClient jdbc;
  private final Crawls crawls;
  private final Outbox outbox;
  private final Audit audit;

  CrawlStarter(JdbcClient jdbc, Outbox outbox, Audit audit) {
    this.jdbc = jdbc;
    this.crawls = new Crawls(jdbc);
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * Starts a crawl because someone asks for it.
   *
   * @throws NotFoundException when the data source does not exist (any more)
   * @throws CrawlRunningException when a crawl of it is live, or the caller sees it live
   */
  @Transactional
  public Crawl start(UUID dataSourceId) {
    var newest = crawls.findLatest(dataSourceId);
    long epoch =
        jdbc.sql(
                """
                update data_source set epoch = epoch + 1
                where id = :id and deleted_at is null returning epoch
                """)
            .param("id", dataSourceId)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("No such credentials"));
    if (newest.filter(SeenCrawl::isHeldBack).isPresent()) {
      throw new CrawlRunningException();
    }
    var crawl = insert(dataSourceId, epoch).orElseThrow(CrawlRunningException::new);
    audit.record("crawl_started", crawl.id(), Map.of("data_source_id", dataSourceId));
    return crawl;
  }

  /**
   * Inserts a crawl with an epoch that the caller's transaction has just given to the data source;
   * empty, and nothing done, when one is live.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Crawl> insert(UUID dataSourceId, long epoch) {
    var crawl =
        jdbc.sql(
                """
                insert into crawl (id, data_source_id, epoch, state)
                values (:id, :dataSourceId, :epoch, 'PENDING')
                on conflict (data_source_id) where live do nothing
                returning\s"""
                    + Crawls.COLUMNS)
            .param("id", UUID.randomUUID())
            .param("dataSourceId", dataSourceId)
            .param("epoch", epoch)
            .query(Crawls::map)
            .optional();
    crawl.ifPresent(row -> outbox.add(new CrawlRequested(dataSourceId, row.id(), epoch)));
    return crawl;
  }
}
