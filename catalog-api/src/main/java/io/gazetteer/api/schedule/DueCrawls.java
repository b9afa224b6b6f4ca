package io.gazetteer.api.schedule;

import io.gazetteer.api.crawls.CrawlStarter;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts what is due. Safe between processes: each takes other rows. */
final class DueCrawls {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CrawlStarter starter;

  DueCrawls(JdbcClient jdbc, TransactionTemplate transaction, CrawlStarter starter) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.starter = starter;
  }

  private record Due(UUID id, long epoch) {}

  /** Starts a crawl of every data source that is due and has no live one; returns how many. */
  int startAll() {
    int started = 0;
    while (Boolean.TRUE.equals(transaction.execute(this::startOne))) {
      started++;
    }
    return started;
  }

  private boolean startOne(TransactionStatus status) {
    var due = takeOne();
    if (due.isEmpty()) {
      return false;
    }
    var crawl = due.flatMap(source -> starter.insert(source.id(), source.epoch()));
    if (crawl.isEmpty()) {
      // Someone else's crawl got in between; the data source stays due until that is over.
      status.setRollbackOnly();
    }
    return crawl.isPresent();
  }

  /** A data source that missed several turns is crawled once. */
  private Optional<Due> takeOne() {
    return jdbc.sql(
            """
            update data_source
            set epoch = epoch + 1, next_crawl_at = now() + interval '1 day'
            where id = (
              select id from data_source d
              where next_crawl_at <= now() and deleted_at is null
                and not exists (
                  select from crawl where data_source_id = d.id
                    and state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING'))
              order by next_crawl_at limit 1
              for update skip locked)
            returning id, epoch
            """)
        .query(Due.class)
        .optional();
  }
}
