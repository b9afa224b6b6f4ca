package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.Leases;
import io.gazetteer.worker.lease.WorkOutcome;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans a crawl: lists the relations, cuts them into batches, stores and publishes these. */
@Component
final class Planner {
  private static final Logger log = LoggerFactory.getLogger(Planner.class);

  private final Plans plans;
  private final Lister lister;
  private final Leases leases;
  private final EventPublisher events;
  private final CrawlSettings settings;

  Planner(
      Plans plans, Lister lister, Leases leases, EventPublisher events, CrawlSettings settings) {
    this.plans = plans;
    this.lister = lister;
    this.leases = leases;
    this.events = events;
    this.settings = settings;
  }

  /** Does nothing when the crawl is not waiting for a plan. */
  WorkOutcome plan(CrawlRef crawl) {
    var attempt = plans.claim(crawl, settings.leaseTime());
    return attempt.isPresent() ? plan(crawl, attempt.getAsInt()) : WorkOutcome.NOTHING;
  }

  private WorkOutcome plan(CrawlRef crawl, int attempt) {
    try (var lease =
        leases.keep(
            "the plan of crawl " + crawl.crawlId(),
            () -> plans.renew(crawl, attempt, settings.leaseTime()))) {
      var plan = lister.list(crawl, lease);
      if (plans.store(crawl, attempt, plan)) {
        log.info("Crawl {} has {} batches", crawl.crawlId(), plan.batches().size());
        publish(crawl, plan.batches().size());
        return WorkOutcome.DONE;
      }
      return WorkOutcome.LEASE_LOST;
    } catch (SourceException e) {
      return giveUp(crawl, attempt, Failure.of(e), e.isTransient());
    } catch (LeaseLostException e) {
      log.info("{}: the plan of crawl {} is dropped", e.getMessage(), crawl.crawlId());
      return WorkOutcome.LEASE_LOST;
    } catch (RuntimeException e) {
      log.error("The plan of crawl {} went wrong", crawl.crawlId(), e);
      return giveUp(crawl, attempt, Failure.internal(), true);
    }
  }

  private void publish(CrawlRef crawl, int batches) {
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

  private WorkOutcome giveUp(CrawlRef crawl, int attempt, Failure failure, boolean isTransient) {
    if (settings.triesAgainAfter(attempt, isTransient)) {
      plans.retryLater(crawl, attempt, failure, settings.retryDelayAfter(attempt));
      return WorkOutcome.RETRIED;
    }
    if (plans.fail(crawl, attempt, failure)) {
      log.warn("Crawl {} failed: {}, {}", crawl.crawlId(), failure.code(), failure.message());
      events.announce(
          new CrawlFinished(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), "FAILED"));
    }
    return WorkOutcome.FAILED;
  }
}
