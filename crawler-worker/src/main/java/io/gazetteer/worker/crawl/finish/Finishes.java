package io.gazetteer.worker.crawl.finish;

import static java.util.Objects.requireNonNull;

import io.gazetteer.worker.lease.CrawlRef;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The finishing steps of a crawl in the catalog store; every move is a compare-and-set. */
@Component
final class Finishes {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final FindingsWriter findings;
  private final Manifests manifests;

  Finishes(
      JdbcClient jdbc,
      TransactionOperations transactions,
      FindingsWriter findings,
      Manifests manifests) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.findings = findings;
    this.manifests = manifests;
  }

  /** One attempt at finishing a crawl. */
  record Claim(
      CrawlRef crawl,
      int attempt,
      long tablesSeen,
      long tablesExcluded,
      long tablesFailed,
      boolean removalConfirmed) {}

  /** Takes a crawl whose batches have ended; empty when there is nothing to do. */
  Optional<Claim> claim(CrawlRef crawl, Duration lease) {
    return jdbc.sql(
            """
            update crawl
            set attempt = attempt + 1, lease_until = now() + :lease * interval '1 ms',
                retry_at = null
            where id = :id and epoch = :epoch and state = 'FINISHING'
              and coalesce(retry_at, '-infinity') <= now()
              and coalesce(lease_until, '-infinity') < now()
              and not exists (select from index_rebuild where state in ('PENDING', 'RUNNING'))
            returning attempt, tables_seen, tables_excluded, tables_failed, removal_confirmed
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query(
            (row, n) ->
                new Claim(
                    crawl,
                    row.getInt("attempt"),
                    row.getLong("tables_seen"),
                    row.getLong("tables_excluded"),
                    row.getLong("tables_failed"),
                    row.getBoolean("removal_confirmed")))
        .optional();
  }

  boolean renew(Claim claim, Duration lease) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("id", claim.crawl().crawlId())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** Lets someone try again after the delay. */
  void retryLater(Claim claim, Duration delay) {
    jdbc.sql(
            """
            update crawl
            set lease_until = null, retry_at = now() + :delay * interval '1 ms',
                wake_at = now() + :delay * interval '1 ms'
            where id = :id and state = 'FINISHING' and attempt = :attempt
            """)
        .param("delay", delay.toMillis())
        .param("id", claim.crawl().crawlId())
        .param("attempt", claim.attempt())
        .update();
  }

  /** Sets the final state; false when the crawl is no longer ours. */
  boolean end(Claim claim, Ending ending) {
    return requireNonNull(
        transactions.execute(
            status -> {
              boolean moved = move(claim, ending);
              if (moved) {
                if (ending.findings() != null) {
                  findings.write(claim.crawl(), ending.findings());
                }
                manifests.drop(claim.crawl(), ending.state());
              }
              return moved;
            }));
  }

  private boolean move(Claim claim, Ending ending) {
    var failure = ending.failure();
    var findings = ending.findings();
    return jdbc.sql(
                """
                update crawl
                set state = :state, finished_at = now(), lease_until = null,
                    tables_removed = tables_removed + :removed,
                    error_code = :code, error_message = :message
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("state", ending.state().name())
            .param("removed", findings == null ? 0 : findings.removedCount())
            .param("code", failure == null ? null : failure.code())
            .param("message", failure == null ? null : failure.message())
            .param("id", claim.crawl().crawlId())
            .param("attempt", claim.attempt())
            .update()
        == 1;
  }
}
