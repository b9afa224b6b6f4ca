package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.runtime.dispatch.Dispatcher;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics.Work;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code crawl.finish}. */
@Component
final class FinishListener {
  private final Finisher finisher;
  private final Dispatcher dispatcher;
  private final WorkMetrics metrics;

  FinishListener(Finisher finisher, Dispatcher dispatcher, WorkMetrics metrics) {
    this.finisher = finisher;
    this.dispatcher = dispatcher;
    this.metrics = metrics;
  }

  @KafkaListener(topics = Topics.CRAWL_FINISH, groupId = Topics.CRAWL_FINISHERS, concurrency = "2")
  void on(FinishRequested event) {
    var crawl = new CrawlRef(event.dataSourceId(), event.crawlId(), event.epoch());
    dispatcher.dispatch(
        "finish of crawl " + event.crawlId(),
        () -> metrics.time(Work.FINISH, () -> finisher.finish(crawl)));
  }
}
