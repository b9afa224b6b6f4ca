package io.gazetteer.api.sources.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.sources.webhooks.Receiver.Received;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** 10,000 changes, and a receiver that is away, busy and forgetful. */
class ManyChangesIT {
  private static final int CHANGES = 10_000;
  private static final int TABLES = 50;
  private static final TestApi API = TestApi.shared();

  @Test
  void allArriveOnceByTheirIdsAndInOrderForEachTable() {
    try (var receiver = new Receiver();
        var fixture = new WebhookFixture(API)) {
      var id = fixture.webhook(receiver, Map.of());
      receiver.down();
      fixture.ended(CHANGES / 2, TABLES);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> read(id, "failures") >= 3 && read(id, "waiting") == CHANGES / 2 / 100);
      fixture.ended(CHANGES / 2, TABLES);
      var turn = new AtomicInteger();
      // Each seventh message it takes, and says that it has not.
      receiver.answer(message -> turn.incrementAndGet() % 7 == 0 ? 500 : 200);
      receiver.up();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> read(id, "waiting") == 0 && receiver.received().size() >= CHANGES / 100);

      var messages = onceById(receiver.received());
      assertThat(receiver.received().size()).isGreaterThan(messages.size());
      var byTable = new HashMap<String, List<Long>>();
      var ids = new ArrayList<Long>();
      for (Received message : messages) {
        for (var change : message.json().at("/data/changes")) {
          ids.add(change.path("id").asLong());
          byTable
              .computeIfAbsent(change.path("table").asString(), none -> new ArrayList<>())
              .add(change.path("id").asLong());
        }
      }
      assertThat(ids).hasSize(CHANGES).doesNotHaveDuplicates();
      assertThat(byTable).hasSize(TABLES);
      assertThat(byTable.values()).allSatisfy(changes -> assertThat(changes).isSorted());
      System.out.printf(
          "Webhooks: %d changes in %d messages, sent %d times%n",
          ids.size(), messages.size(), receiver.received().size());
    }
  }

  private static int read(Object id, String field) {
    return API.get("/api/webhooks/" + id).json().path(field).asInt();
  }

  /** As a receiver does that drops what it knows already. */
  private static List<Received> onceById(List<Received> received) {
    var once = new LinkedHashMap<String, Received>();
    for (Received message : received) {
      var known = once.putIfAbsent(message.id(), message);
      if (known != null) {
        assertThat(message.body()).isEqualTo(known.body());
      }
    }
    return List.copyOf(once.values());
  }
}
