package io.gazetteer.api.search.abbreviations;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes over what was edited in another process. While the catalog store is away, what held last
 * goes on to hold.
 */
@Component
final class AbbreviationRefresh implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AbbreviationRefresh.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final StoredAbbreviations stored;
  private final Abbreviations abbreviations;
  private volatile @Nullable ScheduledExecutorService thread;
  private boolean failing;

  AbbreviationRefresh(StoredAbbreviations stored, Abbreviations abbreviations) {
    this.stored = stored;
    this.abbreviations = abbreviations;
  }

  /** Not thread-safe. */
  void refresh() {
    try {
      long version = abbreviations.version();
      if (stored.version() != version) {
        abbreviations.replace(version, stored.read());
      }
      if (failing) {
        log.info("The abbreviations are refreshed again");
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("The abbreviations are not refreshed, trying on: {}", e.toString());
      }
      failing = true;
    }
  }

  @Override
  public void start() {
    var executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("abbreviations").factory());
    Future<?> refreshing =
        executor.scheduleWithFixedDelay(
            this::refresh, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    thread = refreshing.isCancelled() ? null : executor;
  }

  @Override
  public void stop() {
    var executor = thread;
    if (executor != null) {
      executor.shutdownNow();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
