package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves crawls in the catalog store while they are finished; every move is a compare-and-set. */
@Component
final class Finishes {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final DifferencesWriter differences;
  private final Manifests manifests;
  private final Duration lease;

  Finishes(
      JdbcClient jdbc,
      TransactionOperations transactions,
      DifferencesWriter differences,
      Manifests manifests,
      CrawlSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.differences = differences;
    this.manifests = manifests;
    this.lease = settings.leaseTime();
  }

  /** Takes a crawl whose batches have ended; empty when there is nothing to do. */
  Optional<Claim<ReadCrawl>> claim(CrawlRef crawl) {
    return jdbc.sql(
            """
            update crawl
            set attempt = attempt + 1, lease_until = now() + :lease * interval '1 ms',
                retry_at = null
            where id = :id and epoch = :epoch and state = 'FINISHING'
              and coalesce(retry_at, '-infinity') <= now()
              and coalesce(lease_until, '-infinity') < now()
              and not exists (select from live_rebuild)
            returning attempt, tables_seen, tables_excluded, tables_failed, removal_confirmed
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query((row, n) -> map(crawl, row))
        .optional();
  }

  private static Claim<ReadCrawl> map(CrawlRef crawl, ResultSet row) throws SQLException {
    var read =
        new ReadCrawl(
            crawl,
            row.getLong("tables_seen"),
            row.getLong("tables_excluded"),
            row.getLong("tables_failed"),
            row.getBoolean("removal_confirmed"));
    return new Claim<>(read, row.getInt("attempt"));
  }

  boolean renew(Claim<ReadCrawl> claim) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("id", claim.work().crawl().crawlId())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** Lets any worker try again after the pause. */
  void retryLater(Claim<ReadCrawl> claim, Duration pause) {
    jdbc.sql(
            """
            update crawl
            set lease_until = null, retry_at = now() + :pause * interval '1 ms',
                wake_at = now() + :pause * interval '1 ms'
            where id = :id and state = 'FINISHING' and attempt = :attempt
            """)
        .param("pause", pause.toMillis())
        .param("id", claim.work().crawl().crawlId())
        .param("attempt", claim.attempt())
        .update();
  }

  /**
   * Sets the final state and stores what was found.
   *
   * @throws LeaseLostException when the crawl is no longer ours; nothing is stored then
   */
  void end(Claim<ReadCrawl> claim, CrawlOutcome outcome) {
    transactions.executeWithoutResult(
        status -> {
          move(claim, outcome);
          if (outcome.differences() != null) {
            differences.write(claim.work().crawl(), outcome.differences());
          }
          manifests.drop(claim.work().crawl(), outcome.state());
        });
  }

  private void move(Claim<ReadCrawl> claim, CrawlOutcome outcome) {
    var failure = outcome.failure();
    var differences = outcome.differences();
    int moved =
        jdbc.sql(
                """
                update crawl
                set state = :state, finished_at = now(), lease_until = null,
                    tables_removed = tables_removed + :removed,
                    error_code = :code, error_message = :message
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("state", outcome.state().name())
            .param("removed", differences == null ? 0 : differences.removedCount())
            .param("code", failure == null ? null : failure.code())
            .param("message", failure == null ? null : failure.message())
            .param("id", claim.work().crawl().crawlId())
            .param("attempt", claim.attempt())
            .update();
    if (moved != 1) {
      throw new LeaseLostException("the finish of crawl " + claim.work().crawl().crawlId());
    }
  }
}
