package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.worker.lease.Attempts;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeasedWork;
import io.gazetteer.worker.lease.RetryPolicy;
import io.gazetteer.worker.lease.WorkOutcome;
import io.gazetteer.worker.lease.WorkProgress;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes crawls: has the index settled, sets the final state and says so. */
@Component
final class Finisher implements LeasedWork<ReadCrawl> {
  private static final Logger log = LoggerFactory.getLogger(Finisher.class);

  private final Finishes finishes;
  private final FinishStep step;
  private final Attempts attempts;
  private final EventPublisher events;
  private final CrawlSettings settings;

  Finisher(
      Finishes finishes,
      FinishStep step,
      Attempts attempts,
      EventPublisher events,
      CrawlSettings settings) {
    this.finishes = finishes;
    this.step = step;
    this.attempts = attempts;
    this.events = events;
    this.settings = settings;
  }

  /** Finishes the crawl, unless it is not waiting to be finished. */
  WorkOutcome finish(CrawlRef crawl) {
    return finishes
        .claim(crawl)
        .map(claim -> attempts.run(this, claim))
        .orElse(WorkOutcome.NOTHING);
  }

  @Override
  public String name(ReadCrawl read) {
    return "the finish of crawl " + read.crawl().crawlId();
  }

  /** The index will be back; giving up would leave things in it that are gone. */
  @Override
  public RetryPolicy retries() {
    return RetryPolicy.endless(settings.retryDelay());
  }

  @Override
  public boolean renew(Claim<ReadCrawl> claim, WorkProgress progress) {
    return finishes.renew(claim);
  }

  @Override
  public void run(Claim<ReadCrawl> claim, Lease lease) {
    var crawl = claim.work().crawl();
    var outcome = step.run(claim.work(), lease::check);
    lease.check();
    finishes.end(claim, outcome);
    log.info("Crawl {} ended {}", crawl.crawlId(), outcome.state());
    events.announce(
        new CrawlFinished(
            crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), outcome.state().name()));
  }

  @Override
  public void retryLater(Claim<ReadCrawl> claim, Failure failure, Duration pause) {
    finishes.retryLater(claim, pause);
  }

  @Override
  public void giveUp(Claim<ReadCrawl> claim, Failure failure) {
    throw new IllegalStateException("A finish is tried until it is done");
  }
}
