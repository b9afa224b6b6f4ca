package io.gazetteer.worker.crawl.plan;

import static java.util.Objects.requireNonNull;

import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The planning steps of a crawl in the catalog store; every move is a compare-and-set. */
@Component
final class Plans {
  private final JdbcClient jdbc;
  private final PlanRows rows;
  private final TransactionOperations transactions;

  Plans(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = JdbcClient.create(jdbc);
    this.rows = new PlanRows(jdbc);
    this.transactions = transactions;
  }

  /** Takes a crawl that waits, or whose planner went silent; empty when there is nothing to do. */
  OptionalInt claim(CrawlRef crawl, Duration lease) {
    return jdbc.sql(
            """
            update crawl
            set state = 'PLANNING', attempt = attempt + 1, retry_at = null,
                lease_until = now() + :lease * interval '1 ms',
                started_at = coalesce(started_at, now())
            where id = :id and epoch = :epoch
              and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
                or state = 'PLANNING' and lease_until < now())
              and not exists (select from index_rebuild where state in ('PENDING', 'RUNNING'))
            returning attempt
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  boolean renew(CrawlRef crawl, int attempt, Duration lease) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** Stores the plan; false when the crawl is no longer ours. */
  boolean store(CrawlRef crawl, int attempt, Plan plan) {
    return requireNonNull(
        transactions.execute(
            status -> {
              boolean moved = move(crawl, attempt, plan);
              if (moved) {
                rows.insert(crawl, plan);
              }
              return moved;
            }));
  }

  private boolean move(CrawlRef crawl, int attempt, Plan plan) {
    long included = plan.batches().stream().mapToLong(List::size).sum();
    return jdbc.sql(
                """
                update crawl
                set state = case when :batches = 0 then 'FINISHING' else 'RUNNING' end,
                    attempt = 0, lease_until = null, error_code = null, error_message = null,
                    batches_total = :batches, batches_remaining = :batches,
                    tables_seen = :included + :excluded + :unproven,
                    tables_excluded = :excluded, tables_failed = :unproven,
                    columns_total = :columns, wake_at = now() + interval '10 seconds'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("batches", plan.batches().size())
            .param("included", included)
            .param("excluded", plan.excluded().size())
            .param("unproven", plan.unproven().size())
            .param("columns", plan.columns())
            .update()
        == 1;
  }

  /** Lets someone try again after the delay. */
  void retryLater(CrawlRef crawl, int attempt, Failure failure, Duration delay) {
    jdbc.sql(
            """
            update crawl
            set state = 'PENDING', lease_until = null,
                retry_at = now() + :delay * interval '1 ms',
                wake_at = now() + :delay * interval '1 ms',
                error_code = :code, error_message = :message
            where id = :id and state = 'PLANNING' and attempt = :attempt
            """)
        .param("id", crawl.crawlId())
        .param("attempt", attempt)
        .param("delay", delay.toMillis())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /** The crawl has failed; false when it is no longer ours. */
  boolean fail(CrawlRef crawl, int attempt, Failure failure) {
    return jdbc.sql(
                """
                update crawl
                set state = 'FAILED', finished_at = now(), lease_until = null,
                    error_code = :code, error_message = :message
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("code", failure.code())
            .param("message", failure.message())
            .update()
        == 1;
  }
}
