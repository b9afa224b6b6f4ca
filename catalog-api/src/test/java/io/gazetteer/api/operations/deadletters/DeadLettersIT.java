package io.gazetteer.api.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

class DeadLettersIT {
  private static final String TOPIC = Topics.DATA_SOURCE_DELETED;
  private static final String PATH = "/api/dead-letters";

  private final TestApi api = TestApi.shared();

  @Test
  void listsWhatCouldNotBeHandledTheOldestFirst() {
    begin();
    fail("first", "x".repeat(10_000));
    fail("second", "{}");

    var letters = waiting();
    assertThat(letters).hasSize(2);
    var first = letters.getFirst();
    assertThat(first).containsEntry("topic", TOPIC).containsEntry("key", "first");
    assertThat(first.get("error")).startsWith("java.lang.IllegalStateException: made for the test");
    assertThat(first.get("payload")).hasSize(4096);
    assertThat(letters.getLast()).containsEntry("key", "second");
    assertThat(api.get(PATH + "?topic=" + Topics.CRAWL_BATCH).json().path("total").asInt())
        .isZero();
  }

  @Test
  void pagesThroughThem() {
    begin();
    IntStream.range(0, 25).forEach(number -> fail("key" + number, "{}"));

    var keys = new ArrayList<String>();
    var path = PATH + "?limit=10";
    var cursor = "";
    do {
      var page = api.get(path + cursor).json();
      assertThat(page.path("total").asInt()).isEqualTo(25);
      page.path("dead_letters").forEach(letter -> keys.add(letter.path("key").asString()));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());
    assertThat(keys)
        .containsExactlyElementsOf(
            IntStream.range(0, 25).mapToObj(number -> "key" + number).toList());
  }

  @Test
  void sendsOneBackToItsTopicOnce() {
    begin();
    fail("replayed", "{\"data_source_id\": \"3f9a2b1e-0000-4000-8000-000000000009\"}");
    var id = waiting().getFirst().get("id");

    assertThat(api.post(PATH + "/" + id + "/replay", null).status()).isEqualTo(202);
    assertThat(waiting()).isEmpty();
    assertThat(api.post(PATH + "/" + id + "/replay", null).status()).isEqualTo(404);
  }

  @Test
  void sendsAllBack() {
    begin();
    IntStream.range(0, 7).forEach(number -> fail("all" + number, "{}"));

    var other = api.post(PATH + "/replay", Map.of("topic", Topics.CRAWL_BATCH));
    assertThat(other.json().path("replayed").asInt()).isZero();
    var all = api.post(PATH + "/replay", Map.of("topic", TOPIC));
    assertThat(all.json().path("replayed").asInt()).isEqualTo(7);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void discardsOne() {
    begin();
    fail("discarded", "nonsense");
    var id = waiting().getFirst().get("id");

    assertThat(api.call("DELETE", PATH + "/" + id, null).status()).isEqualTo(204);
    assertThat(waiting()).isEmpty();
    assertThat(api.call("DELETE", PATH + "/" + id, null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "gazetteer.crawl.batch:99999999",
        "other.topic:0",
        "gazetteer.crawl.batch:-1"
      })
  void knowsNoOthers(String id) {
    assertThat(api.post(PATH + "/" + id + "/replay", null).status()).isEqualTo(404);
    assertThat(api.call("DELETE", PATH + "/" + id, null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?topic=other", "?cursor=x", "?limit=0"})
  void refusesWrongParameters(String query) {
    assertThat(api.get(PATH + query).status()).isEqualTo(400);
  }

  @Test
  void refusesAnUnknownTopicToReplay() {
    assertThat(api.post(PATH + "/replay", Map.of("topic", "other")).status()).isEqualTo(400);
  }

  /** Whatever other tests left. */
  private void begin() {
    api.post(PATH + "/replay", Map.of());
    assertThat(waiting()).isEmpty();
  }

  private List<Map<String, String>> waiting() {
    var letters = new ArrayList<Map<String, String>>();
    for (var letter : api.get(PATH + "?limit=100").json().path("dead_letters")) {
      letters.add(
          Map.of(
              "id", letter.path("id").asString(),
              "topic", letter.path("topic").asString(),
              "key", letter.path("key").asString(),
              "error", letter.path("error").asString(),
              "payload", letter.path("payload").asString()));
    }
    return letters;
  }

  /** Puts a message where a worker's error handler would. */
  private void fail(String key, String payload) {
    var message =
        new ProducerRecord<>(
            TOPIC + Topics.DEAD_LETTERS, 0, key, payload.getBytes(StandardCharsets.UTF_8));
    message
        .headers()
        .add(KafkaHeaders.DLT_EXCEPTION_FQCN, bytes(IllegalStateException.class.getName()))
        .add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, bytes("made for the test"));
    @SuppressWarnings("unchecked")
    KafkaTemplate<String, byte[]> kafka = api.bean(KafkaTemplate.class);
    assertThat(kafka.send(message)).succeedsWithin(Duration.ofSeconds(10));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
