package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.worker.index.IndexException;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.Leases;
import io.gazetteer.worker.lease.WorkOutcome;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes a crawl: has the index settled, sets the final state and says so. */
@Component
final class Finisher {
  private static final Logger log = LoggerFactory.getLogger(Finisher.class);

  private final Finishes finishes;
  private final Settlement settlement;
  private final Leases leases;
  private final EventPublisher events;
  private final CrawlSettings settings;

  Finisher(
      Finishes finishes,
      Settlement settlement,
      Leases leases,
      EventPublisher events,
      CrawlSettings settings) {
    this.finishes = finishes;
    this.settlement = settlement;
    this.leases = leases;
    this.events = events;
    this.settings = settings;
  }

  /** Does nothing when the crawl is not waiting to be finished. */
  WorkOutcome finish(CrawlRef crawl) {
    return finishes
        .claim(crawl, settings.leaseTime())
        .map(this::finish)
        .orElse(WorkOutcome.NOTHING);
  }

  private WorkOutcome finish(Finishes.Claim claim) {
    var crawl = claim.crawl();
    try (var lease =
        leases.keep(
            "the finish of crawl " + crawl.crawlId(),
            () -> finishes.renew(claim, settings.leaseTime()))) {
      var ending = settlement.settle(claim, lease::check);
      lease.check();
      if (finishes.end(claim, ending)) {
        log.info("Crawl {} ended {}", crawl.crawlId(), ending.state());
        events.announce(
            new CrawlFinished(
                crawl.dataSourceId(), crawl.crawlId(), crawl.epoch(), ending.state().name()));
        return WorkOutcome.DONE;
      }
      return WorkOutcome.LEASE_LOST;
    } catch (IndexException e) {
      // The index will be back; giving up would leave things in it that are gone.
      log.warn("Crawl {} cannot be finished yet: {}", crawl.crawlId(), e.getMessage());
      finishes.retryLater(claim, settings.retryDelayAfter(claim.attempt()));
      return WorkOutcome.RETRIED;
    } catch (LeaseLostException e) {
      log.info("{}; attempt {} is dropped", e.getMessage(), claim.attempt());
      return WorkOutcome.LEASE_LOST;
    } catch (RuntimeException e) {
      log.error("The finish of crawl {} went wrong", crawl.crawlId(), e);
      finishes.retryLater(claim, settings.retryDelayAfter(claim.attempt()));
      return WorkOutcome.RETRIED;
    }
  }
}
