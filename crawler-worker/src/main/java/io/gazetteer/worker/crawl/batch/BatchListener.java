package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.runtime.dispatch.Dispatcher;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics;
import io.gazetteer.worker.runtime.dispatch.WorkMetrics.Work;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code crawl.batch}. */
@Component
final class BatchListener {
  private final BatchRunner batches;
  private final Dispatcher dispatcher;
  private final WorkMetrics metrics;

  BatchListener(BatchRunner batches, Dispatcher dispatcher, WorkMetrics metrics) {
    this.batches = batches;
    this.dispatcher = dispatcher;
    this.metrics = metrics;
  }

  @KafkaListener(
      topics = Topics.CRAWL_BATCH,
      groupId = Topics.BATCH_CRAWLERS,
      concurrency = "${gazetteer.crawl.batch-consumers:4}")
  void on(BatchRequested event) {
    var crawl = new CrawlRef(event.dataSourceId(), event.crawlId(), event.epoch());
    dispatcher.dispatch(
        "batch of crawl " + event.crawlId(),
        () -> metrics.time(Work.BATCH, () -> batches.run(crawl, event.batchNo())));
  }
}
