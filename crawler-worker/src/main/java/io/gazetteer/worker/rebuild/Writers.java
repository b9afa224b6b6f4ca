package io.gazetteer.worker.rebuild;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Watches the work that writes into the index. None begins while a rebuild is live; what runs is
 * waited for, so that no write goes into an index that has been copied already.
 */
@Component
class Writers {
  private static final Logger log = LoggerFactory.getLogger(Writers.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final RebuildSettings settings;

  Writers(
      JdbcClient jdbc,
      TransactionOperations transactions,
      InstantSource clock,
      RebuildSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Returns when nobody writes any more.
   *
   * @param fence throws when the rebuild is no longer ours
   */
  void awaitNone(Runnable fence) {
    awaitClaims();
    var end = clock.instant().plus(settings.patience());
    boolean revoked = false;
    while (count() > 0) {
      fence.run();
      if (!revoked && clock.instant().isAfter(end)) {
        revoke();
        revoked = true;
      }
      pause();
    }
  }

  /**
   * Waits for claims that have not seen the rebuild and may be about to commit. Readers are not
   * held up.
   */
  private void awaitClaims() {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("set local lock_timeout = '10s'").update();
          jdbc.sql("lock table crawl in exclusive mode").update();
        });
  }

  private long count() {
    return jdbc.sql(
            """
            select (select count(*) from crawl
                    where live and state = 'FINISHING' and lease_until >= now())
              + (select count(*) from crawl_batch
                 where state in ('READING', 'INDEXING') and lease_until >= now())
            """)
        .query(Long.class)
        .single();
  }

  /** Raises the attempts: no heartbeat renews such a lease, and the work starts again later. */
  private void revoke() {
    log.warn("Crawls run for {} already and are interrupted for a rebuild", settings.patience());
    jdbc.sql(
            """
            update crawl set attempt = attempt + 1
            where live and state = 'FINISHING' and lease_until >= now()
            """)
        .update();
    jdbc.sql(
            """
            update crawl_batch set attempt = attempt + 1
            where state in ('READING', 'INDEXING') and lease_until >= now()
            """)
        .update();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while crawls were running", e);
    }
  }
}
