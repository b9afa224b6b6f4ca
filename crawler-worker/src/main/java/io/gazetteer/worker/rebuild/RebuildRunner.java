package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.lease.Attempts;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeasedWork;
import io.gazetteer.worker.lease.RetryPolicy;
import io.gazetteer.worker.lease.WorkProgress;
import io.gazetteer.worker.rebuild.Rebuilds.Rebuild;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for a rebuild to do, does it, and says what became of it. */
@Component
class RebuildRunner implements LeasedWork<Rebuild> {
  private static final Logger log = LoggerFactory.getLogger(RebuildRunner.class);

  /** With the growing pauses between them some minutes, in which the index may come back. */
  private static final int ATTEMPTS = 10;

  private final Rebuilder rebuilder;
  private final Rebuilds rebuilds;
  private final SearchIndexes indexes;
  private final Attempts attempts;
  private final CrawlSettings settings;
  private final AtomicBoolean busy = new AtomicBoolean();

  RebuildRunner(
      Rebuilder rebuilder,
      Rebuilds rebuilds,
      SearchIndexes indexes,
      Attempts attempts,
      CrawlSettings settings) {
    this.rebuilder = rebuilder;
    this.rebuilds = rebuilds;
    this.indexes = indexes;
    this.attempts = attempts;
    this.settings = settings;
  }

  /** Looks for a rebuild on a thread of its own: other scheduled work must not wait for it. */
  @Scheduled(fixedDelayString = "${gazetteer.rebuild.poll-interval:1s}")
  void poll() {
    if (busy.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("rebuild").start(this::runAny);
    }
  }

  private void runAny() {
    try {
      rebuilds
          .claim(SearchIndexes.definitionVersion())
          .ifPresent(claim -> attempts.run(this, claim));
    } catch (RuntimeException e) {
      log.warn("No rebuild can be looked for: {}", e.toString());
    } finally {
      busy.set(false);
    }
  }

  @Override
  public String name(Rebuild rebuild) {
    return "the rebuild of the index";
  }

  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(ATTEMPTS, 1, settings.retryDelay());
  }

  @Override
  public boolean renew(Claim<Rebuild> claim, WorkProgress progress) {
    return rebuilds.renew(claim, progress);
  }

  @Override
  public void run(Claim<Rebuild> claim, Lease lease) {
    var rebuild = claim.work();
    log.info("The search index is built anew ({}, attempt {})", rebuild.reason(), claim.attempt());
    var loaded = rebuilder.rebuild(rebuild, lease);
    rebuilds.succeed(claim, loaded, indexes.inUse());
    log.info("The search index is new: {} tables, {} columns", loaded.tables(), loaded.columns());
  }

  @Override
  public void retryLater(Claim<Rebuild> claim, Failure failure, Duration pause) {
    rebuilds.retryLater(claim, failure, pause);
  }

  @Override
  public void giveUp(Claim<Rebuild> claim, Failure failure) {
    rebuilds.fail(claim, failure);
  }
}
