package io.gazetteer.api.sources.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.sources.webhooks.Receiver.Received;
import io.gazetteer.api.testing.TestApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What webhooks are told, by a real receiver. */
class WebhookIT {
  static final String SECRET = "whsec_Z2F6ZXR0ZWVyLXRlc3QtaG9va3MtMDE=";
  private static final TestApi API = TestApi.shared();

  private final WebhookFixture fixture = new WebhookFixture(API);
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    fixture.close();
    receiver.close();
  }

  private List<Received> received(int messages) {
    await().atMost(Duration.ofSeconds(20)).until(() -> receiver.received().size() >= messages);
    return receiver.received();
  }

  private JsonNode read(UUID id) {
    return API.get("/api/webhooks/" + id).json();
  }

  private JsonNode deliveries(UUID id) {
    return API.get("/api/webhooks/" + id + "/deliveries").json().path("deliveries");
  }

  @Test
  void tellsOfChangesWithinTwoSecondsOfTheCrawlsEnd() throws Exception {
    var id = fixture.webhook(receiver, Map.of());
    var crawl = fixture.crawl();
    fixture.change(crawl, 3, 2);
    await().during(Duration.ofMillis(500)).until(() -> receiver.received().isEmpty());
    long end = System.nanoTime();
    fixture.end(crawl, "SUCCEEDED");

    var message = received(1).getFirst();
    long millis = (message.nanos() - end) / 1_000_000;
    System.out.println("Webhooks: the message came " + millis + " ms after the crawl's end");
    assertThat(millis).isLessThan(2_000);
    assertThat(message.signature()).isEqualTo(signature(message));
    assertThat(Long.parseLong(message.timestamp()))
        .isCloseTo(Instant.now().getEpochSecond(), Offset.offset(30L));
    var json = message.json();
    assertThat(json.path("id").asString()).isEqualTo(message.id());
    assertThat(json.path("type").asString()).isEqualTo("changes");
    assertThat(Instant.parse(json.path("timestamp").asString())).isBefore(Instant.now());
    var data = json.path("data");
    assertThat(data.path("crawl_id").asString()).isEqualTo(crawl.toString());
    assertThat(data.path("data_source").propertyNames())
        .containsExactlyInAnyOrder("id", "db_name", "db_type");
    assertThat(data.at("/data_source/db_name").asString()).isEqualTo(fixture.name());
    assertThat(data.path("changes")).hasSize(3);
    assertThat(data.at("/changes/0").propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "data_source_id",
            "table_id",
            "crawl_id",
            "at",
            "schema",
            "table",
            "change",
            "column",
            "before",
            "after");
    await().until(() -> deliveries(id).at("/0/state").asString().equals("delivered"));
    var delivery = deliveries(id).get(0);
    assertThat(delivery.path("id").asString()).isEqualTo(message.id());
    assertThat(delivery.path("status").asInt()).isEqualTo(204);
    assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
    assertThat(read(id).path("state").asString()).isEqualTo("active");
    assertThat(read(id).path("delivered_at").isNull()).isFalse();
  }

  private static String signature(Received message) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed = message.id() + "." + message.timestamp() + "." + message.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sendsTheSameMessageAgainUntilItIsTaken() throws Exception {
    var tries = new AtomicInteger();
    receiver.answer(message -> tries.incrementAndGet() < 4 ? 500 : 200);
    var id = fixture.webhook(receiver, Map.of());
    fixture.ended(1, 1);

    var all = received(4);
    assertThat(all.stream().map(Received::id)).containsOnly(all.getFirst().id());
    assertThat(all.stream().map(Received::body)).containsOnly(all.getFirst().body());
    assertThat(all.getLast().signature()).isEqualTo(signature(all.getLast()));
    await().until(() -> deliveries(id).at("/0/state").asString().equals("delivered"));
    assertThat(deliveries(id).at("/0/attempts").asInt()).isEqualTo(4);
    assertThat(read(id).path("failures").asInt()).isZero();
    assertThat(receiver.received()).hasSize(4);
  }

  @Test
  void goesOnAtAnotherProcessWhenOneHasDied() {
    var id = fixture.webhook(receiver, Map.of());
    fixture
        .jdbc()
        .sql("update webhook set attempt = 7, lease_until = now() + interval '3s' where id = :id")
        .param("id", id)
        .update();
    long claimed = System.nanoTime();
    fixture.ended(1, 1);
    var message = received(1).getFirst();
    assertThat(Duration.ofNanos(message.nanos() - claimed)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void tellsWhoeverHasFailedForADayThatItIsPaused() {
    receiver.answer(message -> 503);
    var id = fixture.webhook(receiver, Map.of());
    fixture.ended(1, 1);
    await().until(() -> read(id).path("state").asString().equals("failing"));
    assertThat(read(id).path("note").asString()).contains("refused");
    fixture
        .jdbc()
        .sql("update webhook set failing_since = now() - interval '25 hours' where id = :id")
        .param("id", id)
        .update();
    await().until(() -> read(id).path("state").asString().equals("paused"));
    var paused = read(id);
    assertThat(paused.path("pause_reason").asString()).isEqualTo("failing");
    assertThat(paused.path("note").asString()).startsWith("Paused: nothing has arrived since");
    fixture.ended(1, 1);
    await().until(() -> read(id).path("waiting").asInt() == 2);
    int before = receiver.received().size();

    receiver.answer(message -> 200);
    var resumed = API.call("PATCH", "/api/webhooks/" + id, Map.of("paused", false));
    assertThat(resumed.json().path("state").asString()).isEqualTo("active");
    await().until(() -> read(id).path("waiting").asInt() == 0);
    assertThat(receiver.received()).hasSize(before + 2);
    assertThat(receiver.received().get(before).id())
        .isEqualTo(receiver.received().get(before - 1).id());
  }

  @Test
  void stopsAtOnceForAReceiverThatIsGone() {
    receiver.answer(message -> 410);
    var id = fixture.webhook(receiver, Map.of());
    fixture.ended(1, 1);
    await().until(() -> read(id).path("state").asString().equals("paused"));
    assertThat(read(id).path("pause_reason").asString()).isEqualTo("gone");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void waitsForWhoeverPausesItByHand() {
    var id = fixture.webhook(receiver, Map.of());
    API.call("PATCH", "/api/webhooks/" + id, Map.of("paused", true));
    fixture.ended(1, 1);
    await().until(() -> read(id).path("waiting").asInt() == 1);
    assertThat(read(id).path("pause_reason").asString()).isEqualTo("by_hand");
    assertThat(receiver.received()).isEmpty();
    API.call("PATCH", "/api/webhooks/" + id, Map.of("paused", false));
    received(1);
  }

  @Test
  void tellsOfFailedCrawlsWhatViewersMayKnow() {
    fixture.webhook(receiver, Map.of("events", List.of("crawl_failed")));
    fixture.fail(fixture.crawl(), "connection_refused");
    fixture.ended(1, 1);
    fixture.fail(fixture.crawl(), "login_refused");

    var all = received(2);
    assertThat(all.stream().map(one -> one.json().path("type").asString()))
        .containsExactly("crawl_failed", "crawl_failed");
    assertThat(all.stream().map(one -> one.json().at("/data/error/code").asString()))
        .containsExactly("unreachable", "login_refused");
    assertThat(all.toString()).doesNotContain("10.1.2.3", "source.example");
  }

  @Test
  void tellsOfAHeldCrawlAndOfEachOfItsChangesOnce() {
    fixture.webhook(receiver, Map.of("events", List.of("changes", "crawl_held")));
    var crawl = fixture.crawl();
    fixture.change(crawl, 2, 2);
    fixture.crawls().removal(crawl, "sales", List.of("a", "b", "c"));
    fixture.end(crawl, "HELD");
    var held = received(2);
    assertThat(held.getFirst().json().at("/data/changes")).hasSize(2);
    assertThat(held.get(1).json().path("type").asString()).isEqualTo("crawl_held");
    assertThat(held.get(1).json().at("/data/would_remove").asInt()).isEqualTo(3);

    API.post("/api/crawls/" + crawl + "/confirm", null);
    fixture.change(crawl, 3, 1);
    fixture.end(crawl, "SUCCEEDED");
    assertThat(received(3).get(2).json().at("/data/changes")).hasSize(3);
    assertThat(changeIds()).hasSize(5).doesNotHaveDuplicates();
  }

  private List<Long> changeIds() {
    return receiver.received().stream()
        .flatMap(message -> message.json().at("/data/changes").valueStream())
        .map(change -> change.path("id").asLong())
        .toList();
  }

  @Test
  void tellsOnceThatADataSourceIsStale() {
    fixture.webhook(receiver, Map.of("events", List.of("stale")));
    API.call("PATCH", "/api/db-credentials/" + fixture.source(), Map.of("schedule", "PT1H"));
    fixture
        .jdbc()
        .sql(
            """
            update crawl set finished_at = now() - interval '121 minutes'
            where data_source_id = :id
            """)
        .param("id", fixture.source())
        .update();
    var message = received(1).getFirst();
    assertThat(message.json().path("type").asString()).isEqualTo("stale");
    assertThat(message.json().at("/data/data_source/db_name").asString()).isEqualTo(fixture.name());
    await().during(Duration.ofSeconds(2)).until(() -> receiver.received().size() == 1);
  }

  @Test
  void tellsOnlyWhatTheFilterLetsThrough() {
    fixture.webhook(
        receiver,
        Map.of(
            "filter",
            Map.of(
                "data_source",
                fixture.name(),
                "schema",
                "sales",
                "table",
                "t1",
                "changes",
                List.of("column_added", "table_renamed"))));
    fixture.ended(10, 4);
    var changes = received(1).getFirst().json().at("/data/changes");
    assertThat(changes.valueStream().map(change -> change.path("table").asString()))
        .containsExactly("t1", "t1", "t1");
    new WebhookFixture(API).ended(5, 1);
    var crawl = fixture.crawl();
    fixture
        .jdbc()
        .sql(
            """
            insert into schema_change (data_source_id, crawl_id, epoch, schema_name, relation_name,
              change, before, after)
            select data_source_id, id, epoch, 'sales', 'new', 'table_renamed',
              '{"schema": "sales", "table": "t1"}', '{"schema": "sales", "table": "new"}'
            from crawl where id = :id
            """)
        .param("id", crawl)
        .update();
    fixture.end(crawl, "PARTIAL");
    assertThat(received(2).get(1).json().at("/data/changes/0/table").asString()).isEqualTo("new");
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void writesTextForPeopleThatStaysText() {
    fixture.webhook(receiver, Map.of("format", "slack"));
    var crawl = fixture.crawl();
    fixture
        .jdbc()
        .sql(
            """
            insert into schema_change (data_source_id, crawl_id, epoch, schema_name, relation_name,
              change, column_name, before, after)
            select data_source_id, id, epoch, 'sales', E'<!channel>\\n\\u2028\\u202e*pay* <http://evil|here>',
              'column_type_changed', 'total', '"numeric(10,2)"', '"numeric(12,2)"'
            from crawl where id = :id
            """)
        .param("id", crawl)
        .update();
    fixture.change(crawl, 30, 3);
    fixture.end(crawl, "SUCCEEDED");

    var json = received(1).getFirst().json();
    assertThat(json.propertyNames()).containsExactlyInAnyOrder("text", "mrkdwn", "unfurl_links");
    assertThat(json.path("mrkdwn").asBoolean(true)).isFalse();
    var lines = json.path("text").asString().lines().toList();
    assertThat(lines).hasSize(22);
    assertThat(lines.getFirst())
        .isEqualTo("Gazetteer: 31 changes in " + fixture.name() + " (PostgreSQL)");
    assertThat(lines.get(1))
        .isEqualTo(
            "• sales.&lt;!channel&gt; *pay* &lt;http://evil|here&gt;.total: column type changed,"
                + " numeric(10,2) → numeric(12,2)");
    assertThat(lines.getLast()).isEqualTo("… and 11 more");
  }

  @Test
  void countsWhatItCannotKeep() {
    var id = fixture.webhook(receiver, Map.of());
    API.call("PATCH", "/api/webhooks/" + id, Map.of("paused", true));
    fixture
        .jdbc()
        .sql(
            """
            insert into webhook_delivery (webhook_id, message_id, event, body)
            select :id, gen_random_uuid(), 'CHANGES', '{}' from generate_series(1, 9999)
            """)
        .param("id", id)
        .update();
    fixture.ended(250, 1);
    await().until(() -> read(id).path("missed").asInt() == 2);
    assertThat(read(id).path("waiting").asInt()).isEqualTo(10_000);
    assertThat(read(id).path("note").asString()).contains("2 were not kept");
  }
}
