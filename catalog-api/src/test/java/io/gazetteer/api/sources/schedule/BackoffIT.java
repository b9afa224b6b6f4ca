package io.gazetteer.api.sources.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.History;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BackoffIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final History history = new History(api);
  private final Turns turns = new Turns(api);

  @ParameterizedTest
  @CsvSource({
    "PT1H,2,PT2H",
    "PT1H,3,PT4H",
    "PT1H,7,PT64H",
    "PT1H,9,PT64H",
    "P1D,2,P2D",
    "P1D,4,P7D",
    "P1D,60,P7D",
    "P14D,2,P14D",
    "0 */6 * * *,3,P1D"
  })
  void growsWithEachFailure(String schedule, int failed, String pause) {
    var id = register("backoff_" + schedule + failed, schedule, "SUCCEEDED");
    history.add(id, "FAILED", Duration.ofMinutes(7), failed);

    var shown = read(id);

    assertThat(shown.at("/backoff/failed_crawls").asInt()).isEqualTo(failed);
    assertThat(instant(shown.at("/backoff/until")))
        .isEqualTo(instant(shown.at("/last_crawl/finished_at")).plus(Duration.parse(pause)));
    assertThat(instant(shown.path("next_crawl_at")))
        .isAfterOrEqualTo(instant(shown.at("/backoff/until")));
  }

  @Test
  void startsNothingBeforeItIsOverAndGoesOnThen() {
    var id = register("backoff_applied", "PT1H", "FAILED");
    history.shift(id, Duration.ofMinutes(91));
    history.add(id, "FAILED", Duration.ofMinutes(90));
    turns.take(id);
    assertThat(turns.epoch(id)).isEqualTo(2);
    assertThat(read(id).path("next_crawl_at")).isEqualTo(read(id).at("/backoff/until"));

    history.shift(id, Duration.ofMinutes(31));
    turns.take(id);
    assertThat(turns.epoch(id)).isEqualTo(3);

    sources.endCrawl(id, "FAILED");
    assertThat(read(id).at("/backoff/failed_crawls").asInt()).isEqualTo(3);
  }

  @Test
  void beginsWithTheSecondFailure() {
    var id = register("backoff_first", "PT1H", "FAILED");
    assertThat(read(id).path("backoff").isNull()).isTrue();
    turns.take(id);

    assertThat(turns.epoch(id)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"SUCCEEDED", "PARTIAL", "HELD"})
  void endsWithACrawlThatSawTheSource(String state) {
    var id = register("backoff_ended_" + state, "PT1H", "FAILED");
    history.add(id, "FAILED", Duration.ZERO, 5);
    turns.take(id);
    assertThat(turns.epoch(id)).isEqualTo(6);

    assertThat(api.post("/api/db-credentials/" + id + "/crawls", null).status()).isEqualTo(202);
    sources.endCrawl(id, state);

    assertThat(read(id).path("backoff").isNull()).isTrue();
    assertThat(instant(read(id).path("next_crawl_at")))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(91)));
    turns.take(id);
    assertThat(turns.epoch(id)).isEqualTo(8);
  }

  @Test
  void neitherGrowsNorEndsWithACancelledCrawl() {
    var id = register("backoff_cancelled", "PT1H", "FAILED");
    history.add(id, "FAILED", Duration.ZERO);
    history.add(id, "CANCELLED", Duration.ZERO);
    var before = read(id).path("backoff");

    assertThat(before.path("failed_crawls").asInt()).isEqualTo(2);
    assertThat(api.post("/api/db-credentials/" + id + "/crawls", null).status()).isEqualTo(202);
    assertThat(read(id).path("backoff")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"index_unavailable,true", "worker_lost,true", "unreachable,false"})
  void isForWhatTheSourceDidOnly(String code, boolean ours) {
    var id = register("backoff_of_" + code, "PT1H", "FAILED");
    history.add(id, "FAILED", Duration.ZERO, 5);
    history.say(id, code);

    assertThat(read(id).path("backoff").isNull()).isEqualTo(ours);
  }

  @Test
  void keepsToTheHoursOfACron() {
    var id = register("backoff_cron", "0 3 * * *", "FAILED");
    history.add(id, "FAILED", Duration.ZERO);

    assertThat(read(id).path("next_crawl_at").asString()).containsAnyOf("T03:00:", "T03:01:");
  }

  @Test
  void isNothingToWhatIsOff() {
    var id = register("backoff_off", "off", "FAILED");
    history.add(id, "FAILED", Duration.ZERO, 3);

    assertThat(read(id).path("backoff").isNull()).isTrue();
    assertThat(read(id).path("next_crawl_at").isNull()).isTrue();
  }

  private UUID register(String dbName, String schedule, String firstCrawl) {
    var id = sources.register(dbName);
    sources.endCrawl(id, firstCrawl);
    api.call("PATCH", "/api/db-credentials/" + id, Map.of("schedule", schedule));
    return id;
  }

  private JsonNode read(UUID id) {
    return api.get("/api/db-credentials/" + id).json();
  }

  private static Instant instant(JsonNode text) {
    return Instant.parse(text.asString());
  }
}
