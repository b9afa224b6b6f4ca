package io.gazetteer.worker.finish;

import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.CrawlRef;
import io.gazetteer.worker.dispatch.Dispatcher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code crawl.finish}. */
@Component
final class FinishListener {
  private final Finisher finisher;
  private final Dispatcher dispatcher;

  FinishListener(Finisher finisher, Dispatcher dispatcher) {
    this.finisher = finisher;
    this.dispatcher = dispatcher;
  }

  @KafkaListener(topics = Topics.CRAWL_FINISH, groupId = "gazetteer-finish", concurrency = "2")
  void on(FinishRequested event) {
    var crawl = new CrawlRef(event.dataSourceId(), event.crawlId(), event.epoch());
    dispatcher.dispatch("finish of crawl " + event.crawlId(), () -> finisher.finish(crawl));
  }
}
