package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.worker.index.IndexLoader.Loaded;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.WorkProgress;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves rebuilds in the catalog store; every move is a compare-and-set. */
@Component
class Rebuilds {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final KnownIndexes known;
  private final Duration lease;

  Rebuilds(
      JdbcClient jdbc,
      TransactionOperations transactions,
      KnownIndexes known,
      CrawlSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.known = known;
    this.lease = settings.leaseTime();
  }

  /** Is a request to build the index again. */
  record Rebuild(UUID id, Reason reason) {}

  /**
   * Takes the rebuild that waits, or whose worker went silent; empty when there is none.
   *
   * @param definitionVersion the definition this program can build
   */
  Optional<Claim<Rebuild>> claim(int definitionVersion) {
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
        .query((row, n) -> map(row))
        .optional();
  }

  private static Claim<Rebuild> map(ResultSet row) throws SQLException {
    var rebuild =
        new Rebuild(row.getObject("id", UUID.class), Reason.valueOf(row.getString("reason")));
    return new Claim<>(rebuild, row.getInt("attempt"));
  }

  boolean renew(Claim<Rebuild> claim, WorkProgress progress) {
    return jdbc.sql(
                """
                update index_rebuild
                set lease_until = now() + :lease * interval '1 ms', tables_copied = :copied
                where id = :id and state = 'RUNNING' and attempt = :attempt
                """)
            .param("id", claim.work().id())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .param("copied", progress.tables())
            .update()
        == 1;
  }

  void setTotal(Rebuild rebuild, long tables) {
    jdbc.sql("update index_rebuild set tables_total = :tables where id = :id")
        .param("id", rebuild.id())
        .param("tables", tables)
        .update();
  }

  /** Returns the epochs of the data sources whose documents belong into the index. */
  Map<UUID, Long> epochs() {
    var epochs = new HashMap<UUID, Long>();
    jdbc.sql("select id, epoch from data_source where deleted_at is null")
        .query(
            row -> {
              epochs.put(row.getObject("id", UUID.class), row.getLong("epoch"));
            });
    return epochs;
  }

  /**
   * Ends the rebuild as done.
   *
   * @throws LeaseLostException when the rebuild is no longer ours; nothing is stored then
   */
  void succeed(Claim<Rebuild> claim, Loaded loaded, List<SearchIndex> inUse) {
    transactions.executeWithoutResult(
        status -> {
          end(claim, loaded);
          known.remember(inUse);
          crawlAfter(claim.work(), loaded);
        });
    wakeCrawls();
  }

  private void end(Claim<Rebuild> claim, Loaded loaded) {
    int moved =
        jdbc.sql(
                """
                update index_rebuild
                set state = 'SUCCEEDED', finished_at = now(), lease_until = null,
                    tables_copied = :copied, error_code = null, error_message = null
                where id = :id and state = 'RUNNING' and attempt = :attempt
                """)
            .param("id", claim.work().id())
            .param("attempt", claim.attempt())
            .param("copied", loaded.tables())
            .update();
    requireOurs(moved);
  }

  /**
   * Lets sources be crawled: who asked for a rebuild wants the truth, so they are read, too; also
   * those not scheduled.
   */
  private void crawlAfter(Rebuild rebuild, Loaded loaded) {
    jdbc.sql(
            """
            update data_source set next_crawl_at = now()
            where deleted_at is null and (:all or id = any(:incomplete))
            """)
        .param("all", rebuild.reason() == Reason.REQUESTED)
        .param("incomplete", loaded.incomplete().toArray(UUID[]::new))
        .update();
  }

  /** Wakes the crawls that have waited for the rebuild. */
  private void wakeCrawls() {
    jdbc.sql(
            """
            update crawl set wake_at = now()
            where id in (
                select id from crawl where live for update skip locked)
            """)
        .update();
  }

  /** Lets any worker try again after the pause. */
  void retryLater(Claim<Rebuild> claim, Failure failure, Duration pause) {
    jdbc.sql(
            """
            update index_rebuild
            set state = 'PENDING', lease_until = null,
                retry_at = now() + :pause * interval '1 ms',
                error_code = :code, error_message = :message
            where id = :id and state = 'RUNNING' and attempt = :attempt
            """)
        .param("id", claim.work().id())
        .param("attempt", claim.attempt())
        .param("pause", pause.toMillis())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /**
   * Ends the rebuild as failed; the old indexes stay in use.
   *
   * @throws LeaseLostException when the rebuild is no longer ours; nothing is stored then
   */
  void fail(Claim<Rebuild> claim, Failure failure) {
    int moved =
        jdbc.sql(
                """
                update index_rebuild
                set state = 'FAILED', finished_at = now(), lease_until = null,
                    error_code = :code, error_message = :message
                where id = :id and state = 'RUNNING' and attempt = :attempt
                """)
            .param("id", claim.work().id())
            .param("attempt", claim.attempt())
            .param("code", failure.code())
            .param("message", failure.message())
            .update();
    requireOurs(moved);
  }

  private static void requireOurs(int moved) {
    if (moved != 1) {
      throw new LeaseLostException("the rebuild of the index");
    }
  }

  /** Returns whether a rebuild is live, or has ended less than this ago. */
  boolean anyWithin(Duration past) {
    return jdbc.sql(
            """
            select exists (select from live_rebuild)
              or exists (
                select from index_rebuild where finished_at > now() - :past * interval '1 ms')
            """)
        .param("past", past.toMillis())
        .query(Boolean.class)
        .single();
  }
}
