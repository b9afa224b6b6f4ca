package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

class CrawlEventsIT {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final CrawlRows crawls = new CrawlRows(api);

  @Test
  void tellsEachStateAndEndsWithTheFinalOne() {
    var id = sources.register("events_states");
    var crawl = crawls.newest(id);
    try (var events = watch(crawl)) {
      await().atMost(SOON).until(() -> events.states().contains("PENDING"));
      crawls.set(
          crawl,
          "state = 'RUNNING'",
          "started_at = now()",
          "batches_total = 2",
          "batches_remaining = 2",
          "columns_total = 50",
          "tables_seen = 5");
      await().atMost(SOON).until(() -> events.states().contains("RUNNING"));
      crawls.batch(crawl, 0, "READING", 2, 20);
      await().atMost(SOON).until(() -> columnsDone(events) == 20);
      assertThat(events.hasEnded()).isFalse();
      sources.endCrawl(id, "SUCCEEDED");
      await().atMost(SOON).until(events::hasEnded);

      assertThat(events.states()).containsExactly("PENDING", "RUNNING", "RUNNING", "SUCCEEDED");
      assertThat(events.lines())
          .filteredOn(line -> line.startsWith("id: "))
          .containsExactly("id: 1", "id: 2", "id: 3", "id: 4");
      assertThat(events.lines())
          .filteredOn(line -> line.startsWith("event: "))
          .hasSize(4)
          .containsOnly("event: crawl");
    }
  }

  @Test
  void saysWhatTheResourceSaysWithoutItsLists() {
    var id = sources.crawled("events_data");
    var crawl = crawls.newest(id);
    crawls.failure(crawl, "s", "t");
    crawls.schema(crawl, "s", 1, 0, 0, 0, 1, 0);
    var resource = (ObjectNode) api.get("/api/crawls/" + crawl).json();
    resource.remove(List.of("failures", "schemas"));
    try (var events = watch(crawl)) {
      await().atMost(SOON).until(events::hasEnded);

      assertThat(events.data()).containsExactly(resource);
    }
  }

  @Test
  void saysNothingNewWhileNothingHappens() {
    var crawl = crawls.newest(sources.register("events_quiet"));
    crawls.set(
        crawl,
        "state = 'RUNNING'",
        "started_at = now()",
        "batches_total = 2",
        "batches_remaining = 2",
        "columns_total = 50",
        "columns_seen = 10");
    try (var events = watch(crawl)) {
      await().during(SOON).atMost(SOON.plusSeconds(2)).until(() -> events.data().size() <= 1);
      assertThat(events.data()).hasSize(1);
    }
  }

  @Test
  void endsForAHeldCrawl() {
    var id = sources.register("events_held");
    sources.endCrawl(id, "HELD");
    try (var events = watch(crawls.newest(id))) {
      await().atMost(SOON).until(events::hasEnded);
      assertThat(events.states()).containsExactly("HELD");
    }
  }

  @Test
  void endsWhenItsWatcherMayNotLogInAnyMore() {
    var crawl = crawls.newest(sources.register("events_shut_out"));
    var name = api.addUser("viewer");
    var token = api.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
    var user = api.callAs(token, "GET", "/api/auth/me", null).json().path("id").asString();
    var headers = Map.of("Authorization", "Bearer " + token);
    try (var events = new EventReader(api.url() + "/api/crawls/" + crawl + "/events", headers)) {
      await().atMost(SOON).until(() -> events.states().contains("PENDING"));
      assertThat(events.hasEnded()).isFalse();
      api.call("PATCH", "/api/users/" + user, Map.of("disabled", true));

      await().atMost(SOON.plusSeconds(4)).until(events::hasEnded);
    }
  }

  @Test
  void endsWhenTheDataSourceIsDeleted() {
    var id = sources.register("events_deleted");
    try (var events = watch(crawls.newest(id))) {
      await().atMost(SOON).until(() -> !events.data().isEmpty());
      api.call("DELETE", "/api/db-credentials/" + id, null);
      await().atMost(SOON).until(events::hasEnded);
    }
  }

  @Test
  void streamsWhateverIsAcceptedAndCompressesNothing() {
    var crawl = crawls.newest(sources.register("events_accept"));
    for (String accept : new String[] {"text/event-stream", "*/*"}) {
      var headers =
          Map.of(
              "Authorization",
              "Bearer " + api.token(),
              "Accept",
              accept,
              "Accept-Encoding",
              "gzip");
      try (var events = new EventReader(url(crawl) + "/", headers)) {
        await().atMost(SOON).until(() -> !events.data().isEmpty());
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.header("Content-Encoding")).isEmpty();
        assertThat(events.header("Cache-Control")).isEqualTo("no-store");
      }
    }
    var json = Map.of("Authorization", "Bearer " + api.token(), "Accept", "application/json");
    var refused = api.send("GET", "/api/crawls/" + crawl + "/events", null, json);
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.json().path("detail").asString()).contains("text/event-stream");
    assertThat(api.call("HEAD", "/api/crawls/" + crawl + "/events", null).status()).isEqualTo(200);
  }

  @Test
  void knowsNoOtherIdsAndNobodyWithoutAToken() {
    var crawl = crawls.newest(sources.register("events_token"));
    var accept = Map.of("Accept", "text/event-stream");

    var stranger = api.send("GET", "/api/crawls/" + crawl + "/events", null, accept);
    assertThat(stranger.status()).isEqualTo(401);
    try (var events = watch(UUID.randomUUID())) {
      assertThat(events.status()).isEqualTo(404);
      assertThat(events.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void givesThePlaceOfAWatcherWhoHasGoneToAnother() {
    var crawl = crawls.newest(sources.register("events_places"));
    try (var process = process(2);
        var first = watch(process, crawl);
        var second = watch(process, crawl)) {
      await().atMost(SOON).until(() -> second.lines().contains(": keep-alive"));
      try (var third = watch(process, crawl)) {
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.header("Retry-After")).isNotEmpty();
        assertThat(third.header("Content-Type")).isEqualTo("application/problem+json");
      }
      first.leave();
      await()
          .atMost(10, TimeUnit.SECONDS)
          .until(
              () -> {
                try (var other = watch(process, crawl)) {
                  return other.status() == 200;
                }
              });
      assertThat(second.hasEnded()).isFalse();
    }
  }

  @Test
  void leavesPlacesForOthersHoweverManyOneCallerWants() {
    var crawl = crawls.newest(sources.register("events_one_caller"));
    var viewer = api.logIn(api.addUser("viewer"), TestApi.USER_PASSWORD).json();
    var greedy = Map.of("Authorization", "Bearer " + viewer.path("access_token").asString());
    var streams = new ArrayList<EventReader>();
    try {
      for (int i = 0; i < 12; i++) {
        streams.add(new EventReader(url(crawl), greedy));
      }
      assertThat(streams).filteredOn(stream -> stream.status() == 200).hasSize(10);
      assertThat(streams.getLast().status()).isEqualTo(503);
      try (var other = watch(crawl)) {
        assertThat(other.status()).isEqualTo(200);
      }
    } finally {
      streams.forEach(EventReader::close);
    }
  }

  @Test
  void endsWhenTheProcessDoes() {
    var crawl = crawls.newest(sources.register("events_shutdown"));
    var process = process(5);
    try (var events = watch(process, crawl)) {
      await().atMost(SOON).until(() -> !events.data().isEmpty());
      long start = System.nanoTime();
      process.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      await().atMost(SOON).until(events::hasEnded);
    }
  }

  private static ConfigurableApplicationContext process(int streams) {
    var settings = TestApi.settings();
    settings.put("gazetteer.crawl-events.streams", streams);
    settings.put("gazetteer.crawl-events.keep-alive", "200ms");
    return TestApi.start(settings);
  }

  private EventReader watch(ConfigurableApplicationContext process, UUID crawl) {
    return new EventReader(
        "http://127.0.0.1:" + TestApi.port(process) + "/api/crawls/" + crawl + "/events",
        Map.of("Authorization", "Bearer " + api.token()));
  }

  private EventReader watch(UUID crawl) {
    return new EventReader(url(crawl), Map.of("Authorization", "Bearer " + api.token()));
  }

  private String url(UUID crawl) {
    return api.url() + "/api/crawls/" + crawl + "/events";
  }

  private static long columnsDone(EventReader events) {
    return events.data().getLast().at("/progress/columns_done").asLong();
  }
}
