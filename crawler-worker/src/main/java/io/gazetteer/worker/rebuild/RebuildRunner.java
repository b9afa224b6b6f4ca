package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.index.IndexException;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.Leases;
import io.gazetteer.worker.rebuild.Rebuilds.Claim;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for a rebuild to do, does it, and says what became of it. */
@Component
class RebuildRunner {
  private static final Logger log = LoggerFactory.getLogger(RebuildRunner.class);

  /** With the growing pauses between them some minutes, in which the index may come back. */
  private static final int ATTEMPTS = 10;

  private final Rebuilder rebuilder;
  private final Rebuilds rebuilds;
  private final SearchIndexes indexes;
  private final Leases leases;
  private final CrawlSettings settings;
  private final AtomicBoolean busy = new AtomicBoolean();

  RebuildRunner(
      Rebuilder rebuilder,
      Rebuilds rebuilds,
      SearchIndexes indexes,
      Leases leases,
      CrawlSettings settings) {
    this.rebuilder = rebuilder;
    this.rebuilds = rebuilds;
    this.indexes = indexes;
    this.leases = leases;
    this.settings = settings;
  }

  /** On a thread of its own: other scheduled work must not wait for it. */
  @Scheduled(fixedDelayString = "${gazetteer.rebuild.poll-interval:1s}")
  void poll() {
    if (busy.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("rebuild").start(this::runAny);
    }
  }

  private void runAny() {
    try {
      rebuilds.claim(SearchIndexes.definitionVersion(), settings.leaseTime()).ifPresent(this::run);
    } catch (RuntimeException e) {
      log.warn("No rebuild can be looked for: {}", e.toString());
    } finally {
      busy.set(false);
    }
  }

  private void run(Claim claim) {
    var copied = new AtomicLong();
    try (var lease =
        leases.keep(
            "the rebuild of the index",
            () -> rebuilds.renew(claim, settings.leaseTime(), copied.get()))) {
      log.info("The search index is built anew ({}, attempt {})", claim.reason(), claim.attempt());
      var loaded =
          rebuilder.rebuild(claim, claim.reason() == Reason.REQUESTED, lease::check, copied::set);
      if (rebuilds.succeed(claim, loaded, indexes.inUse())) {
        log.info(
            "The search index is new: {} tables, {} columns", loaded.tables(), loaded.columns());
      }
    } catch (LeaseLostException e) {
      log.info("{}; attempt {} is dropped", e.getMessage(), claim.attempt());
    } catch (RebuildRefusedException e) {
      log.error("The search index cannot be built anew: {}", e.getMessage());
      rebuilds.fail(claim, e.failure());
    } catch (IndexException e) {
      giveUp(claim, e.failure());
    } catch (UncheckedIOException e) {
      giveUp(claim, new Failure("index_unavailable", "The index refused or did not answer"));
      log.debug("The index refused or did not answer", e);
    } catch (RuntimeException e) {
      log.error("The rebuild of the search index went wrong", e);
      giveUp(claim, Failure.internal());
    }
  }

  private void giveUp(Claim claim, Failure failure) {
    log.warn("The rebuild of the search index is not done: {}", failure.message());
    if (claim.attempt() < ATTEMPTS) {
      rebuilds.retryLater(claim, failure, settings.retryDelayAfter(claim.attempt()));
    } else {
      rebuilds.fail(claim, failure);
    }
  }
}
