package io.gazetteer.worker.crawl.batch;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.WorkProgress;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves batches in the catalog store until they end; every move is a compare-and-set. */
@Component
final class Batches {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final EventPublisher events;
  private final CrawlSettings settings;

  Batches(
      JdbcClient jdbc,
      TransactionOperations transactions,
      EventPublisher events,
      CrawlSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
    this.settings = settings;
  }

  /**
   * Claims a batch of the crawl, the preferred one if it can be had. Empty when there is none to
   * do, the crawl is over, or the source has as many readers as it may have.
   */
  Optional<Claim<Batch>> claim(CrawlRef crawl, int preferred) {
    return requireNonNull(
        transactions.execute(
            status -> lockRunning(crawl) ? claimLocked(crawl, preferred) : Optional.empty()));
  }

  /**
   * Locks the row of a running crawl: claims of one crawl wait for each other here, so that its
   * readers are counted exactly.
   */
  private boolean lockRunning(CrawlRef crawl) {
    return jdbc.sql(
                """
                select id from crawl
                where id = :id and epoch = :epoch and state = 'RUNNING'
                  and not exists (select from live_rebuild)
                for no key update
                """)
            .param("id", crawl.crawlId())
            .param("epoch", crawl.epoch())
            .query()
            .listOfRows()
            .size()
        == 1;
  }

  private Optional<Claim<Batch>> claimLocked(CrawlRef crawl, int preferred) {
    return jdbc.sql(
            """
            update crawl_batch
            set state = 'READING', attempt = attempt + 1, retry_at = null,
                tables_done = 0, columns_done = 0,
                lease_until = now() + :lease * interval '1 ms'
            where crawl_id = :id and batch_no = (
                select batch_no from crawl_batch
                where crawl_id = :id
                  and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
                    or state in ('READING', 'INDEXING') and lease_until < now())
                order by batch_no <> :preferred, batch_no limit 1)
              and (select coalesce(d.max_connections, :readers)
                   from data_source d join crawl c on c.data_source_id = d.id
                   where c.id = :id) > (
                select count(*) from crawl_batch
                where crawl_id = :id and state = 'READING' and lease_until >= now())
            returning batch_no, attempt, excused, relation_ids, relation_schemas, relation_names,
                      relation_kinds, column_counts
            """)
        .param("id", crawl.crawlId())
        .param("preferred", preferred)
        .param("readers", settings.sourceConnections())
        .param("lease", settings.leaseTime().toMillis())
        .query((row, n) -> map(crawl, row))
        .optional();
  }

  /** Says that the attempt goes on, and how far it is; false when it is no longer ours. */
  boolean renew(Claim<Batch> claim, WorkProgress progress) {
    return jdbc.sql(
                """
                update crawl_batch
                set lease_until = now() + :lease * interval '1 ms',
                    tables_done = :tables, columns_done = :columns
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state in ('READING', 'INDEXING')
                  and exists (select from crawl where id = :id and state = 'RUNNING')
                """)
            .param("id", claim.work().crawl().crawlId())
            .param("no", claim.work().no())
            .param("attempt", claim.attempt())
            .param("lease", settings.leaseTime().toMillis())
            .param("tables", progress.tables())
            .param("columns", progress.columns())
            .update()
        == 1;
  }

  /**
   * Says that the connection to the source is closed, and calls for another batch of the crawl: any
   * worker may read it.
   */
  void readingDone(Claim<Batch> claim) {
    var crawl = claim.work().crawl();
    jdbc.sql(
            """
            with moved as (
                update crawl_batch set state = 'INDEXING'
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state = 'READING')
            select batch_no from crawl_batch
            where crawl_id = :id and state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
            order by batch_no limit 1
            """)
        .param("id", claim.work().crawl().crawlId())
        .param("no", claim.work().no())
        .param("attempt", claim.attempt())
        .query(Integer.class)
        .optional()
        .map(no -> new BatchRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), no))
        .ifPresent(events::announce);
  }

  /**
   * Lets any worker try again after the pause.
   *
   * @param excused 1 when the attempt counts for nothing, else 0
   */
  void retryLater(Claim<Batch> claim, Duration pause, int excused) {
    jdbc.sql(
            """
            with later as (
                update crawl_batch
                set state = 'PENDING', lease_until = null, excused = excused + :excused,
                    retry_at = now() + :pause * interval '1 ms'
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state in ('READING', 'INDEXING')
                returning crawl_id, retry_at)
            update crawl set wake_at = least(wake_at, later.retry_at)
            from later where id = later.crawl_id
            """)
        .param("pause", pause.toMillis())
        .param("excused", excused)
        .param("id", claim.work().crawl().crawlId())
        .param("no", claim.work().no())
        .param("attempt", claim.attempt())
        .update();
  }

  private static Claim<Batch> map(CrawlRef crawl, ResultSet row) throws SQLException {
    var ids = (Long[]) row.getArray("relation_ids").getArray();
    var schemas = (String[]) row.getArray("relation_schemas").getArray();
    var names = (String[]) row.getArray("relation_names").getArray();
    var kinds = (String[]) row.getArray("relation_kinds").getArray();
    var columnCounts = (Integer[]) row.getArray("column_counts").getArray();
    var relations = new ArrayList<RelationRef>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      relations.add(
          new RelationRef(
              ids[i], schemas[i], names[i], RelationKind.valueOf(kinds[i]), columnCounts[i]));
    }
    var batch = new Batch(crawl, row.getInt("batch_no"), relations);
    return new Claim<>(batch, row.getInt("attempt"), row.getInt("excused"));
  }
}
