package io.gazetteer.worker.rebuild;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.worker.index.IndexLoader.Loaded;
import io.gazetteer.worker.lease.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The steps of a rebuild in the catalog store; every move is a compare-and-set. */
@Component
class Rebuilds {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final KnownIndexes known;

  Rebuilds(JdbcClient jdbc, TransactionOperations transactions, KnownIndexes known) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.known = known;
  }

  /** One attempt at a rebuild. */
  record Claim(UUID id, Reason reason, int attempt) {}

  /**
   * Takes the rebuild that waits, or whose worker went silent; empty when there is none.
   *
   * @param definitionVersion the definition this program can build
   */
  Optional<Claim> claim(int definitionVersion, Duration lease) {
    return jdbc.sql(
            """
            update index_rebuild
            set state = 'RUNNING', attempt = attempt + 1, retry_at = null, tables_copied = 0,
                lease_until = now() + :lease * interval '1 ms',
                started_at = coalesce(started_at, now())
            where definition_version <= :version
              and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
                or state = 'RUNNING' and lease_until < now())
            returning id, reason, attempt
            """)
        .param("version", definitionVersion)
        .param("lease", lease.toMillis())
        .query(Claim.class)
        .optional();
  }

  boolean renew(Claim claim, Duration lease, long tablesCopied) {
    return jdbc.sql(
                """
                update index_rebuild
                set lease_until = now() + :lease * interval '1 ms', tables_copied = :copied
                where id = :id and state = 'RUNNING' and attempt = :attempt
                """)
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .param("copied", tablesCopied)
            .update()
        == 1;
  }

  void setTotal(Claim claim, long tables) {
    jdbc.sql("update index_rebuild set tables_total = :tables where id = :id")
        .param("id", claim.id())
        .param("tables", tables)
        .update();
  }

  /** The epochs of the data sources whose documents belong into the index. */
  Map<UUID, Long> epochs() {
    var epochs = new HashMap<UUID, Long>();
    jdbc.sql("select id, epoch from data_source where deleted_at is null")
        .query(
            row -> {
              epochs.put(row.getObject("id", UUID.class), row.getLong("epoch"));
            });
    return epochs;
  }

  /** The rebuild is done; false when it is no longer ours. */
  boolean succeed(Claim claim, Loaded loaded, List<SearchIndex> inUse) {
    boolean ours =
        requireNonNull(
            transactions.execute(
                status -> {
                  boolean moved = end(claim, loaded);
                  if (moved) {
                    known.remember(inUse);
                    crawlAfter(claim, loaded);
                  }
                  return moved;
                }));
    if (ours) {
      wakeCrawls();
    }
    return ours;
  }

  private boolean end(Claim claim, Loaded loaded) {
    return jdbc.sql(
                """
                update index_rebuild
                set state = 'SUCCEEDED', finished_at = now(), lease_until = null,
                    tables_copied = :copied, error_code = null, error_message = null
                where id = :id and state = 'RUNNING' and attempt = :attempt
                """)
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .param("copied", loaded.tables())
            .update()
        == 1;
  }

  /** What was asked for is the truth, so the sources are read, too; also those not scheduled. */
  private void crawlAfter(Claim claim, Loaded loaded) {
    jdbc.sql(
            """
            update data_source set next_crawl_at = now()
            where deleted_at is null and (:all or id = any(:incomplete))
            """)
        .param("all", claim.reason() == Reason.REQUESTED)
        .param("incomplete", loaded.incomplete().toArray(UUID[]::new))
        .update();
  }

  /** Crawls have waited for the rebuild. */
  private void wakeCrawls() {
    jdbc.sql(
            """
            update crawl set wake_at = now()
            where id in (
                select id from crawl
                where state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING')
                for update skip locked)
            """)
        .update();
  }

  /** Lets someone try again after the delay. */
  void retryLater(Claim claim, Failure failure, Duration delay) {
    jdbc.sql(
            """
            update index_rebuild
            set state = 'PENDING', lease_until = null,
                retry_at = now() + :delay * interval '1 ms',
                error_code = :code, error_message = :message
            where id = :id and state = 'RUNNING' and attempt = :attempt
            """)
        .param("id", claim.id())
        .param("attempt", claim.attempt())
        .param("delay", delay.toMillis())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /** The rebuild has failed; the old indexes stay in use. */
  void fail(Claim claim, Failure failure) {
    jdbc.sql(
            """
            update index_rebuild
            set state = 'FAILED', finished_at = now(), lease_until = null,
                error_code = :code, error_message = :message
            where id = :id and state = 'RUNNING' and attempt = :attempt
            """)
        .param("id", claim.id())
        .param("attempt", claim.attempt())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /** Whether one is live, or has ended less than this ago. */
  boolean anyWithin(Duration past) {
    return jdbc.sql(
            """
            select exists (
                select from index_rebuild
                where state in ('PENDING', 'RUNNING')
                  or finished_at > now() - :past * interval '1 ms')
            """)
        .param("past", past.toMillis())
        .query(Boolean.class)
        .single();
  }
}
