package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.api.sources.webhooks.messages.WebhookOutbox;
import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for what webhooks are to be told, and has it sent by a few threads. Receivers that fail get
 * half of them at most, so that they hold up nobody else. Any number of processes may do so side by
 * side.
 */
final class Dispatcher implements SmartLifecycle, FinishedCrawlListener {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST = 8;
  private static final int MOST_FAILING = 4;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final WebhookOutbox outbox;
  private final DeliveryQueue queue;
  private final Deliveries deliveries;
  private final Duration interval;
  private final Semaphore places = new Semaphore(MOST);
  private final AtomicInteger failing = new AtomicInteger();

  /** Has a permit when there may be something to do. */
  private final Semaphore signal = new Semaphore(0);

  private volatile @Nullable ExecutorService threads;
  private boolean told;

  Dispatcher(WebhookOutbox outbox, DeliveryQueue queue, Deliveries deliveries, Duration interval) {
    this.outbox = outbox;
    this.queue = queue;
    this.deliveries = deliveries;
    this.interval = interval;
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    signal.release();
  }

  @Override
  public void crawlsMissed() {
    signal.release();
  }

  private void run(ExecutorService senders) {
    while (isRunning()) {
      // What waits is sent, whatever keeps more from being written down.
      boolean written = succeeds(outbox::empty);
      boolean sent = succeeds(() -> startAll(senders));
      if (written && sent) {
        told = false;
      }
      await();
    }
  }

  private boolean succeeds(Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      if (!told && isRunning()) {
        log.warn("Webhooks are told nothing, trying on: {}", e.toString());
        told = true;
      }
      return false;
    }
  }

  private void startAll(ExecutorService senders) {
    while (startOne(senders)) {
      log.debug("Messages to a webhook are being sent");
    }
  }

  /** Starts sending to one webhook; false when none is due, or no thread is free. */
  private boolean startOne(ExecutorService senders) {
    if (!isRunning() || !places.tryAcquire()) {
      return false;
    }
    boolean started = false;
    try {
      var claim = queue.claim(failing.get() >= MOST_FAILING);
      if (claim.isPresent()) {
        senders.execute(() -> deliver(claim.get()));
        started = true;
      }
      return started;
    } finally {
      if (!started) {
        places.release();
      }
    }
  }

  private void deliver(Claim claim) {
    if (claim.isFailing()) {
      failing.incrementAndGet();
    }
    try {
      deliveries.run(claim, this::isRunning);
    } catch (RuntimeException e) {
      log.warn("Sending to the webhook {} is put off: {}", claim.webhookId(), e.toString());
    } finally {
      if (claim.isFailing()) {
        failing.decrementAndGet();
      }
      places.release();
      signal.release();
    }
  }

  private void await() {
    try {
      if (signal.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        signal.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    var starting =
        Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().daemon().name("webhooks").unstarted(task));
    threads = starting;
    starting.execute(() -> run(starting));
  }

  @Override
  public void stop() {
    var stopping = threads;
    threads = null;
    signal.release();
    if (stopping != null) {
      stopping.shutdown();
      try {
        if (!stopping.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
          log.info("A webhook is still being sent to; it is sent again when its lease ends");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
