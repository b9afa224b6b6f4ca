package io.gazetteer.worker.runtime.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Runs work on threads of its own. A Kafka thread waits for its work a short while, so that the
 * message is acknowledged after it in the usual case; work on a slow source goes on alone, with its
 * lease as the safety net, and the messages behind it are not held up. The more work goes on alone,
 * the shorter the wait, so that fifty hanging sources hold up nobody either. Thread safe.
 */
public final class Dispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(15);

  private final int parallel;
  private final Duration patience;
  private final Semaphore slots;
  private final AtomicInteger alone = new AtomicInteger();
  private volatile boolean running;

  /**
   * @param parallel pieces of work at once at most; further callers of {@link #dispatch} wait
   * @param patience how long a caller waits for its work when no other work goes on alone
   */
  public Dispatcher(int parallel, Duration patience) {
    this.parallel = parallel;
    this.patience = patience;
    this.slots = new Semaphore(parallel, true);
  }

  /** Runs the work, and returns when it is done or the caller's patience is at its end. */
  public void dispatch(String name, Runnable work) {
    slots.acquireUninterruptibly();
    // True when the work has ended, false when nobody waits for it any more.
    var done = new CompletableFuture<Boolean>();
    Thread.ofPlatform().daemon().name(name).start(() -> run(name, work, done));
    try {
      done.get(patience.toNanos() / (1 + alone.get()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      alone.incrementAndGet();
      if (done.complete(false)) {
        log.debug("{} goes on by itself", name);
      } else {
        alone.decrementAndGet();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many pieces of work run now. */
  public int running() {
    return parallel - slots.availablePermits();
  }

  /** Returns how many pieces of work can run at once. */
  public int slots() {
    return parallel;
  }

  private void run(String name, Runnable work, CompletableFuture<Boolean> done) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // Its lease runs out, and recovery wakes someone to try again.
      log.error("{} ended unexpectedly", name, e);
    } finally {
      slots.release();
      if (!done.complete(true)) {
        alone.decrementAndGet();
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Waits for running work; what is not done by then is taken over when its lease has run out. */
  @Override
  public void stop() {
    running = false;
    try {
      if (!slots.tryAcquire(parallel, SHUTDOWN_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn(
            "{} pieces of work are left to other workers", parallel - slots.availablePermits());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops this after the Kafka listeners: nothing new comes in while we wait. */
  @Override
  public int getPhase() {
    return AbstractMessageListenerContainer.DEFAULT_PHASE - 1;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
