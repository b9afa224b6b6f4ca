package io.gazetteer.worker.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is the right to work on something until someone takes it away: a cancelled crawl, a deleted data
 * source, or a worker that thought we were dead. Thread safe.
 */
public final class Lease implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lease.class);

  private final String name;
  private final Predicate<WorkProgress> renewal;
  private final Duration leaseTime;
  private final InstantSource clock;
  private final WorkProgress progress = new WorkProgress();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final AtomicReference<@Nullable Runnable> onLost = new AtomicReference<>();
  private final AtomicReference<@Nullable Future<?>> heartbeats = new AtomicReference<>();
  private volatile Instant renewedAt;

  Lease(String name, Predicate<WorkProgress> renewal, Duration leaseTime, InstantSource clock) {
    this.name = name;
    this.renewal = renewal;
    this.leaseTime = leaseTime;
    this.clock = clock;
    this.renewedAt = clock.instant();
  }

  /**
   * Checks that the work is still ours; call it before every step that others can see.
   *
   * @throws LeaseLostException when the work is no longer ours
   */
  public void check() {
    // A process that was paused finds its lease expired before any heartbeat could tell.
    if (lost.get() || expired()) {
      throw new LeaseLostException(name);
    }
  }

  /** Returns what counts the progress of the work. */
  public WorkProgress progress() {
    return progress;
  }

  /** Runs the action as soon as the lease is lost, to end what waits for something. */
  public void onLost(Runnable action) {
    onLost.set(action);
    if (lost.get()) {
      action.run();
    }
  }

  /** Ends the heartbeats; the work is done or given up. */
  @Override
  public void close() {
    onLost.set(null);
    var future = heartbeats.get();
    if (future != null) {
      future.cancel(false);
    }
  }

  void renewedBy(Future<?> future) {
    heartbeats.set(future);
  }

  void beat() {
    try {
      var now = clock.instant();
      if (renewal.test(progress)) {
        renewedAt = now;
      } else {
        lose();
      }
    } catch (RuntimeException e) {
      log.warn("The lease on {} could not be renewed: {}", name, e.getMessage());
      if (expired()) {
        lose();
      }
    }
  }

  private boolean expired() {
    return renewedAt.plus(leaseTime).isBefore(clock.instant());
  }

  private void lose() {
    if (lost.compareAndSet(false, true)) {
      var action = onLost.get();
      if (action != null) {
        action.run();
      }
    }
  }
}
