package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.source.SourceException;
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
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans crawls: lists the relations, cuts them into batches, stores and publishes these. */
@Component
final class Planner implements LeasedWork<CrawlRef> {
  private static final Logger log = LoggerFactory.getLogger(Planner.class);

  private final Plans plans;
  private final Lister lister;
  private final Attempts attempts;
  private final EventPublisher events;
  private final CrawlSettings settings;

  Planner(
      Plans plans,
      Lister lister,
      Attempts attempts,
      EventPublisher events,
      CrawlSettings settings) {
    this.plans = plans;
    this.lister = lister;
    this.attempts = attempts;
    this.events = events;
    this.settings = settings;
  }

  /** Plans the crawl, unless it is not waiting for a plan. */
  WorkOutcome plan(CrawlRef crawl) {
    return plans.claim(crawl).map(claim -> attempts.run(this, claim)).orElse(WorkOutcome.NOTHING);
  }

  @Override
  public String name(CrawlRef crawl) {
    return "the plan of crawl " + crawl.crawlId();
  }

  @Override
  public RetryPolicy retries() {
    return settings.retries();
  }

  @Override
  public boolean renew(Claim<CrawlRef> claim, WorkProgress progress) {
    return plans.renew(claim);
  }

  @Override
  public void run(Claim<CrawlRef> claim, Lease lease) throws SourceException {
    var crawl = claim.work();
    var plan = lister.list(crawl, lease);
    plans.store(claim, plan);
    int batches = plan.batches().size();
    log.info("Crawl {} has {} batches", crawl.crawlId(), batches);
    if (batches == 0) {
      events.announce(new FinishRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
      return;
    }
    events.announceAll(
        IntStream.range(0, batches)
            .mapToObj(
                no -> new BatchRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), no))
            .toList());
  }

  @Override
  public void retryLater(Claim<CrawlRef> claim, Failure failure, Duration pause) {
    plans.retryLater(claim, failure, pause, 0);
  }

  @Override
  public void excuse(Claim<CrawlRef> claim, Failure failure, Duration pause) {
    plans.retryLater(claim, failure, pause, 1);
  }

  @Override
  public void giveUp(Claim<CrawlRef> claim, Failure failure) {
    plans.fail(claim, failure);
    var crawl = claim.work();
    events.announce(
        new CrawlFinished(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), "FAILED"));
  }
}
