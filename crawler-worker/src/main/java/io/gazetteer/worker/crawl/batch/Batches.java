package io.gazetteer.worker.crawl.batch;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Batches in the catalog store; every move is a compare-and-set. */
@Component
final class Batches {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final EndedBatches ended;

  Batches(JdbcClient jdbc, TransactionOperations transactions, EndedBatches ended) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ended = ended;
  }

  /**
   * Claims a batch of the crawl, the preferred one if it can be had. Empty when there is none to
   * do, the crawl is over, or the source has as many readers as it may have.
   */
  Optional<Claim> claim(CrawlRef crawl, int preferred, int readers, Duration lease) {
    return requireNonNull(
        transactions.execute(
            status ->
                lockRunning(crawl)
                    ? claimLocked(crawl, preferred, readers, lease)
                    : Optional.empty()));
  }

  /** Claims of one crawl wait for each other here, so that counting its readers is exact. */
  private boolean lockRunning(CrawlRef crawl) {
    return jdbc.sql(
                """
            select id from crawl
            where id = :id and epoch = :epoch and state = 'RUNNING'
              and not exists (select from index_rebuild where state in ('PENDING', 'RUNNING'))
            for no key update
            """)
            .param("id", crawl.crawlId())
            .param("epoch", crawl.epoch())
            .query()
            .listOfRows()
            .size()
        == 1;
  }

  private Optional<Claim> claimLocked(CrawlRef crawl, int preferred, int readers, Duration lease) {
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
            returning batch_no, attempt, relation_ids, relation_schemas, relation_names,
                      relation_kinds, column_counts
            """)
        .param("id", crawl.crawlId())
        .param("preferred", preferred)
        .param("readers", readers)
        .param("lease", lease.toMillis())
        .query((row, n) -> map(crawl, row))
        .optional();
  }

  /** Says that the attempt goes on, and how far it is; false when it is no longer ours. */
  boolean renew(Claim claim, BatchObserver progress, Duration lease) {
    return jdbc.sql(
                """
                update crawl_batch
                set lease_until = now() + :lease * interval '1 ms',
                    tables_done = :tables, columns_done = :columns
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state in ('READING', 'INDEXING')
                  and exists (select from crawl where id = :id and state = 'RUNNING')
                """)
            .param("id", claim.crawl().crawlId())
            .param("no", claim.batchNo())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .param("tables", progress.tablesDone())
            .param("columns", progress.columnsDone())
            .update()
        == 1;
  }

  /**
   * The connection to the source is closed, another reader may have its place.
   *
   * @return a batch that waits for a reader
   */
  OptionalInt readingDone(Claim claim) {
    return jdbc.sql(
            """
            with moved as (
                update crawl_batch set state = 'INDEXING'
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state = 'READING')
            select batch_no from crawl_batch
            where crawl_id = :id and state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
            order by batch_no limit 1
            """)
        .param("id", claim.crawl().crawlId())
        .param("no", claim.batchNo())
        .param("attempt", claim.attempt())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** See {@link EndedBatches#done}. */
  boolean done(Claim claim, BatchOutcome outcome) {
    return ended.done(claim, outcome);
  }

  /** See {@link EndedBatches#failed}. */
  boolean failed(Claim claim, Failure failure) {
    return ended.failed(claim, failure);
  }

  /** Lets someone try again after the delay. */
  void retryLater(Claim claim, Duration delay) {
    jdbc.sql(
            """
            with later as (
                update crawl_batch
                set state = 'PENDING', lease_until = null,
                    retry_at = now() + :delay * interval '1 ms'
                where crawl_id = :id and batch_no = :no and attempt = :attempt
                  and state in ('READING', 'INDEXING')
                returning crawl_id, retry_at)
            update crawl set wake_at = least(wake_at, later.retry_at)
            from later where id = later.crawl_id
            """)
        .param("delay", delay.toMillis())
        .param("id", claim.crawl().crawlId())
        .param("no", claim.batchNo())
        .param("attempt", claim.attempt())
        .update();
  }

  private static Claim map(CrawlRef crawl, ResultSet row) throws SQLException {
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
    return new Claim(crawl, row.getInt("batch_no"), row.getInt("attempt"), relations);
  }
}
