package io.gazetteer.worker.purge;

import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.runtime.dispatch.Dispatcher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes {@code data-source.deleted}. */
@Component
final class PurgeListener {
  private final Purge purge;
  private final Dispatcher dispatcher;

  PurgeListener(Purge purge, Dispatcher dispatcher) {
    this.purge = purge;
    this.dispatcher = dispatcher;
  }

  @KafkaListener(topics = Topics.DATA_SOURCE_DELETED, groupId = Topics.PURGERS)
  void on(DataSourceDeleted event) {
    dispatcher.dispatch(
        "purge of " + event.dataSourceId(), () -> purge.purge(event.dataSourceId()));
  }
}
