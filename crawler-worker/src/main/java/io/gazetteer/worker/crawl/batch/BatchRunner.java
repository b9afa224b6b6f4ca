package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.Leases;
import io.gazetteer.worker.lease.WorkOutcome;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one batch of a crawl: claims it, has it crawled, and says what became of it. */
@Component
final class BatchRunner {
  private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);

  /** A batch that takes its worker down with it again and again is given up in the end. */
  private static final int LOST_WORKERS = 10;

  private final Batches batches;
  private final BatchCrawler crawler;
  private final Leases leases;
  private final EventPublisher events;
  private final CrawlSettings settings;

  BatchRunner(
      Batches batches,
      BatchCrawler crawler,
      Leases leases,
      EventPublisher events,
      CrawlSettings settings) {
    this.batches = batches;
    this.crawler = crawler;
    this.leases = leases;
    this.events = events;
    this.settings = settings;
  }

  /** Runs the preferred batch, or another one of the crawl that waits; or none if none does. */
  WorkOutcome run(CrawlRef crawl, int preferred) {
    return batches
        .claim(crawl, preferred, settings.sourceConnections(), settings.leaseTime())
        .map(this::run)
        .orElse(WorkOutcome.NOTHING);
  }

  private WorkOutcome run(Claim claim) {
    var observer = crawler.observer(claim);
    try (var lease =
        leases.keep(claim.toString(), () -> batches.renew(claim, observer, settings.leaseTime()))) {
      if (claim.attempt() > settings.attempts() + LOST_WORKERS) {
        return giveUp(
            claim, new Failure("worker_lost", "Every worker that took the batch was lost"));
      }
      return crawl(claim, lease, observer);
    } catch (LeaseLostException e) {
      log.info("{}; attempt {} is dropped", e.getMessage(), claim.attempt());
      return WorkOutcome.LEASE_LOST;
    }
  }

  private WorkOutcome crawl(Claim claim, Lease lease, BatchObserver observer) {
    return switch (crawler.crawl(claim, lease, observer, () -> readingDone(claim))) {
      case BatchCrawler.Crawled crawled -> {
        ended(claim, batches.done(claim, crawled.outcome()));
        yield WorkOutcome.DONE;
      }
      case BatchCrawler.NotCrawled not -> {
        lease.check();
        yield tryAgain(claim, not);
      }
    };
  }

  private WorkOutcome tryAgain(Claim claim, BatchCrawler.NotCrawled not) {
    if (!settings.triesAgainAfter(claim.attempt(), not.isTransient())) {
      return giveUp(claim, not.failure());
    }
    log.info("{} is tried again: {}", claim, not.failure().message());
    batches.retryLater(claim, settings.retryDelayAfter(claim.attempt()));
    return WorkOutcome.RETRIED;
  }

  /** The source has room for another reader: any worker may be the one. */
  private void readingDone(Claim claim) {
    batches
        .readingDone(claim)
        .ifPresent(
            next -> {
              var crawl = claim.crawl();
              events.announce(
                  new BatchRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), next));
            });
  }

  private WorkOutcome giveUp(Claim claim, Failure failure) {
    log.warn("{} is given up: {}, {}", claim, failure.code(), failure.message());
    ended(claim, batches.failed(claim, failure));
    return WorkOutcome.FAILED;
  }

  private void ended(Claim claim, boolean last) {
    if (last) {
      var crawl = claim.crawl();
      events.announce(new FinishRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
    }
  }
}
