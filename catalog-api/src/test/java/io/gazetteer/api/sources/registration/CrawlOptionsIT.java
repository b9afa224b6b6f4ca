package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.History;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrawlOptionsIT {
  private static final String PATH = "/api/db-credentials/";
  private static final String NO_FILTERS =
      """
      {"include_schemas": [], "exclude_schemas": [], "include_tables": [], "exclude_tables": []}
      """;
  private final TestApi api = TestApi.shared();

  @Test
  void areDailyAndEverythingUnlessSaidOtherwise() {
    var json = api.post(PATH, Credentials.any()).json();

    assertThat(json.path("schedule").asString()).isEqualTo("P1D");
    assertThat(json.path("time_zone").asString()).isEqualTo("UTC");
    assertThat(json.path("filters")).isEqualTo(json(NO_FILTERS));
    assertThat(json.path("max_connections").isNull()).isTrue();
    assertThat(json.path("backoff").isNull()).isTrue();
    assertThat(json.path("last_crawl").isNull()).isTrue();
    assertThat(next(json)).isBetween(inHours(11), inHours(37));
  }

  @Test
  void areRegisteredAndShown() {
    var body = Credentials.any();
    body.put("schedule", "0 3  * * *");
    body.put("time_zone", "Asia/Kolkata");
    body.put(
        "filters",
        Map.of("include_schemas", List.of("sales_*"), "exclude_tables", List.of("tmp?")));
    body.put("max_connections", 4);

    var registered = api.post(PATH, body);

    assertThat(registered.status()).isEqualTo(201);
    var json = registered.json();
    assertThat(json.path("schedule").asString()).isEqualTo("0 3 * * *");
    assertThat(json.path("time_zone").asString()).isEqualTo("Asia/Kolkata");
    assertThat(json.path("filters"))
        .isEqualTo(
            json(
                """
                {"include_schemas": ["sales_*"], "exclude_schemas": [],
                 "include_tables": [], "exclude_tables": ["tmp?"]}
                """));
    assertThat(json.path("max_connections").asInt()).isEqualTo(4);
    assertThat(json.path("next_crawl_at").asString()).containsAnyOf("T21:30:", "T21:31:");
    assertThat(api.get(PATH + id(json)).json()).isEqualTo(json);
  }

  @Test
  void namesEveryWrongFieldOfARegistration() {
    var body = Credentials.any();
    body.put("schedule", "0 0 30 2 *");
    body.put("time_zone", "+01:00");
    body.put("filters", Map.of("include_tables", List.of(""), "tables", List.of()));
    body.put("max_connections", 17);

    var answer = api.post(PATH, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "schedule", "time_zone", "filters.include_tables", "filters.tables", "max_connections");
  }

  @Test
  void changeOneByOneWithoutThePassword() {
    var before = api.post(PATH, Credentials.any()).json();
    var id = id(before);

    assertThat(patch(id, "max_connections", 1).path("max_connections").asInt()).isEqualTo(1);
    assertThat(patch(id, "time_zone", "Asia/Tokyo").path("time_zone").asString())
        .isEqualTo("Asia/Tokyo");
    var filtered = patch(id, "filters", Map.of("exclude_schemas", List.of("old")));
    assertThat(filtered.at("/filters/exclude_schemas/0").asString()).isEqualTo("old");
    assertThat(filtered.path("max_connections").asInt()).isEqualTo(1);
    assertThat(filtered.path("schedule").asString()).isEqualTo("P1D");
    assertThat(patch(id, "filters", null).path("filters")).isEqualTo(json(NO_FILTERS));
    assertThat(patch(id, "max_connections", null).path("max_connections").isNull()).isTrue();
    assertThat(filtered.path("next_crawl_at")).isEqualTo(before.path("next_crawl_at"));
    assertThat(api.get(PATH + id + "/crawls").json().path("crawls").size()).isEqualTo(1);
  }

  @Test
  void refuseAWrongChangeAsAWhole() {
    var before = api.post(PATH, Credentials.any()).json();

    Answer answer =
        api.call(
            "PATCH",
            PATH + id(before),
            Map.of("schedule", "PT1H", "filters", Map.of("include_schemas", "a")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactly("filters.include_schemas");
    assertThat(api.get(PATH + id(before)).json()).isEqualTo(before);
  }

  @Test
  void countTheScheduleFromItsChange() {
    var id = id(api.post(PATH, Credentials.any()).json());

    assertThat(patch(id, "schedule", "off").path("next_crawl_at").isNull()).isTrue();
    assertThat(next(patch(id, "schedule", "PT1H")))
        .isBetween(Instant.now().plusSeconds(29 * 60), inHours(2));
    patch(id, "time_zone", "Asia/Kolkata");
    assertThat(patch(id, "schedule", "0 3 * * *").path("next_crawl_at").asString())
        .containsAnyOf("T21:30:", "T21:31:");
    assertThat(patch(id, "time_zone", "UTC").path("next_crawl_at").asString())
        .containsAnyOf("T03:00:", "T03:01:");
  }

  @Test
  void doNotPutOffTheNextCrawlWhenTheyStayTheSame() {
    var id = id(api.post(PATH, Credentials.any()).json());
    var jdbc = api.bean(JdbcClient.class);
    patch(id, "schedule", "PT1H");
    jdbc.sql("update data_source set next_crawl_at = '2099-01-01' where id = :id")
        .param("id", UUID.fromString(id))
        .update();

    assertThat(patch(id, "schedule", "PT60M").path("next_crawl_at").asString())
        .startsWith("2099-01-01");
  }

  @Test
  void standBesideTheLastResult() {
    var sources = new RegisteredDataSources(api);
    var history = new History(api);
    var none = sources.register("last_none");
    var some = sources.crawled("last_some");
    history.add(some, "PARTIAL", Duration.ofHours(1));
    api.post(PATH + some + "/crawls", null);

    var json = api.get(PATH + some).json();
    assertThat(json.at("/crawl/state").asString()).isEqualTo("PENDING");
    assertThat(json.at("/crawl/epoch").asInt()).isEqualTo(3);
    assertThat(json.at("/last_crawl/state").asString()).isEqualTo("PARTIAL");
    assertThat(json.at("/last_crawl/epoch").asInt()).isEqualTo(2);
    assertThat(api.get(PATH + none).json().path("last_crawl").isNull()).isTrue();

    sources.endCrawl(some, "FAILED");
    json = api.get(PATH + some).json();
    assertThat(json.path("last_crawl")).isEqualTo(json.path("crawl"));
  }

  private JsonNode patch(String id, String field, @Nullable Object value) {
    var body = new HashMap<String, @Nullable Object>();
    body.put(field, value);
    var answer = api.call("PATCH", PATH + id, body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static String id(JsonNode source) {
    return source.path("id").asString();
  }

  private static Instant next(JsonNode source) {
    return Instant.parse(source.path("next_crawl_at").asString());
  }

  private static Instant inHours(int hours) {
    return Instant.now().plus(Duration.ofHours(hours));
  }
}
