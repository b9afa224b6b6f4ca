package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.runtime.dispatch.Dispatcher;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics.Work;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code crawl.requested}. */
@Component
final class PlanListener {
  private final Planner planner;
  private final Dispatcher dispatcher;
  private final WorkMetrics metrics;

  PlanListener(Planner planner, Dispatcher dispatcher, WorkMetrics metrics) {
    this.planner = planner;
    this.dispatcher = dispatcher;
    this.metrics = metrics;
  }

  @KafkaListener(
      topics = Topics.CRAWL_REQUESTED,
      groupId = Topics.CRAWL_PLANNERS,
      concurrency = "2")
  void on(CrawlRequested event) {
    var crawl = new CrawlRef(event.dataSourceId(), event.crawlId(), event.epoch());
    dispatcher.dispatch(
        "plan of crawl " + event.crawlId(),
        () -> metrics.time(Work.PLAN, () -> planner.plan(crawl)));
  }
}
