package io.gazetteer.worker.lease;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Keeps leases alive by heartbeats. A heartbeat every two seconds is what lets a cancelled crawl
 * end within five. Thread safe.
 */
public final class Leases implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private final Duration leaseTime;
  private final InstantSource clock;
  private final ScheduledExecutorService heartbeats =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("lease-", 0).factory());

  public Leases(Duration leaseTime, InstantSource clock) {
    this.leaseTime = leaseTime;
    this.clock = clock;
  }

  /**
   * Starts the heartbeats of work that was just claimed.
   *
   * @param name names the work in messages
   * @param renewal renews the lease in the store; false when the work is no longer ours
   */
  public Lease keep(String name, Predicate<WorkProgress> renewal) {
    var lease = new Lease(name, renewal, leaseTime, clock);
    long pause = HEARTBEAT.toMillis();
    lease.renewedBy(
        heartbeats.scheduleWithFixedDelay(lease::beat, pause, pause, TimeUnit.MILLISECONDS));
    return lease;
  }

  @Override
  public void close() {
    heartbeats.shutdownNow();
  }
}
