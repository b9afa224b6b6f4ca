package io.gazetteer.worker.runtime.settings;

import io.gazetteer.worker.lease.RetryPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds how crawls are run.
 *
 * @param batchColumns columns a batch holds at most, unless one relation alone has more; the
 *     default keeps the statements on the source few and two batches within 256 MB of heap
 * @param sourceConnections connections to one source at most, over all workers, unless the data
 *     source has a limit of its own
 * @param parallel pieces of work (plans, batches, finishes) this worker runs at once at most; many,
 *     since most of it waits for sources, and memory has a bound of its own
 * @param courteous whether writes into the index make room for searches while there are any
 * @param leaseTime how long work survives a worker that went silent
 * @param attempts how often a plan, batch or finish is tried before it has failed
 * @param retryDelay pause before the second try; doubles with each further one
 * @param timeLimit a crawl that takes longer, from its plan on, has failed
 * @param heldAbove a crawl that would remove a larger share of the relations is HELD
 */
@ConfigurationProperties("gazetteer.crawl")
public record CrawlSettings(
    @DefaultValue("80000") int batchColumns,
    @DefaultValue("2") int sourceConnections,
    @DefaultValue("64") int parallel,
    @DefaultValue("true") boolean courteous,
    @DefaultValue("30s") Duration leaseTime,
    @DefaultValue("3") int attempts,
    @DefaultValue("1s") Duration retryDelay,
    @DefaultValue("6h") Duration timeLimit,
    @DefaultValue("0.3") double heldAbove) {

  /**
   * Says how often plans and batches are tried. What will hardly change by itself, such as a
   * refused password, gets one more try only: many logins that fail lock an account.
   */
  public RetryPolicy retries() {
    return new RetryPolicy(attempts, Math.min(attempts, 2), retryDelay);
  }
}
