package io.gazetteer.worker.crawl.plan;

import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves crawls in the catalog store while they are planned; every move is a compare-and-set. */
@Component
final class Plans {
  private final JdbcClient jdbc;
  private final PlanRows rows;
  private final TransactionOperations transactions;
  private final Duration lease;

  Plans(JdbcTemplate jdbc, TransactionOperations transactions, CrawlSettings settings) {
    this.jdbc = JdbcClient.create(jdbc);
    this.rows = new PlanRows(jdbc);
    this.transactions = transactions;
    this.lease = settings.leaseTime();
  }

  /** Takes a crawl that waits, or whose planner went silent; empty when there is nothing to do. */
  Optional<Claim<CrawlRef>> claim(CrawlRef crawl) {
    return jdbc.sql(
            """
            update crawl
            set state = 'PLANNING', attempt = attempt + 1, retry_at = null,
                lease_until = now() + :lease * interval '1 ms',
                started_at = coalesce(started_at, now())
            where id = :id and epoch = :epoch
              and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
                or state = 'PLANNING' and lease_until < now())
              and not exists (select from live_rebuild)
            returning attempt, excused
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query((row, n) -> new Claim<>(crawl, row.getInt("attempt"), row.getInt("excused")))
        .optional();
  }

  boolean renew(Claim<CrawlRef> claim) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", claim.work().crawlId())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /**
   * Stores the plan.
   *
   * @throws LeaseLostException when the crawl is no longer ours; nothing is stored then
   */
  void store(Claim<CrawlRef> claim, Plan plan) {
    transactions.executeWithoutResult(
        status -> {
          move(claim, plan);
          rows.insert(claim.work(), plan);
        });
  }

  private void move(Claim<CrawlRef> claim, Plan plan) {
    long included = plan.batches().stream().mapToLong(List::size).sum();
    int moved =
        jdbc.sql(
                """
                update crawl
                set state = case when :batches = 0 then 'FINISHING' else 'RUNNING' end,
                    attempt = 0, excused = 0, lease_until = null,
                    error_code = null, error_message = null,
                    batches_total = :batches, batches_remaining = :batches,
                    tables_seen = :included + :excluded + :unproven,
                    tables_excluded = :excluded, tables_failed = :unproven,
                    columns_total = :columns, wake_at = now() + interval '10 seconds'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", claim.work().crawlId())
            .param("attempt", claim.attempt())
            .param("batches", plan.batches().size())
            .param("included", included)
            .param("excluded", plan.excluded().size())
            .param("unproven", plan.unproven().size())
            .param("columns", plan.columns())
            .update();
    requireOurs(claim, moved);
  }

  /**
   * Lets any worker try again after the pause.
   *
   * @param excused 1 when the attempt counts for nothing, else 0
   */
  void retryLater(Claim<CrawlRef> claim, Failure failure, Duration pause, int excused) {
    jdbc.sql(
            """
            update crawl
            set state = 'PENDING', lease_until = null, excused = excused + :excused,
                retry_at = now() + :pause * interval '1 ms',
                wake_at = now() + :pause * interval '1 ms',
                error_code = :code, error_message = :message
            where id = :id and state = 'PLANNING' and attempt = :attempt
            """)
        .param("id", claim.work().crawlId())
        .param("attempt", claim.attempt())
        .param("excused", excused)
        .param("pause", pause.toMillis())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /**
   * Ends the crawl as failed.
   *
   * @throws LeaseLostException when the crawl is no longer ours; nothing is stored then
   */
  void fail(Claim<CrawlRef> claim, Failure failure) {
    int moved =
        jdbc.sql(
                """
                update crawl
                set state = 'FAILED', finished_at = now(), lease_until = null,
                    error_code = :code, error_message = :message
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", claim.work().crawlId())
            .param("attempt", claim.attempt())
            .param("code", failure.code())
            .param("message", failure.message())
            .update();
    requireOurs(claim, moved);
  }

  private static void requireOurs(Claim<CrawlRef> claim, int moved) {
    if (moved != 1) {
      throw new LeaseLostException("the plan of crawl " + claim.work().crawlId());
    }
  }
}
