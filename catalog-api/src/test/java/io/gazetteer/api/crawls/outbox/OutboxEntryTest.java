package io.gazetteer.api.crawls.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.Event;
import io.gazetteer.common.events.FinishRequested;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxEntryTest {
  static Stream<Event> events() {
    var source = UUID.randomUUID();
    var crawl = UUID.randomUUID();
    return Stream.of(
        new CrawlRequested(source, crawl, 3),
        new BatchRequested(source, crawl, 3, 1),
        new FinishRequested(source, crawl, 3),
        new CrawlFinished(source, crawl, 3, "SUCCEEDED"),
        new DataSourceDeleted(source));
  }

  @ParameterizedTest
  @MethodSource("events")
  void bringsEveryEventBackFromTheStore(Event event) {
    var data = new JsonTaskData();
    var stored = data.serialize(OutboxEntry.of(event));

    var entry = data.deserialize(OutboxEntry.class, stored);

    assertThat(entry).isNotNull();
    assertThat(entry.toEvent()).isEqualTo(event);
  }
}
