package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Crawls of what is no database tell only administrators how it went. */
class SeenCrawlIT {
  private static final String CREDENTIALS = "/api/db-credentials/";

  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final CrawlRows rows = new CrawlRows(api);

  /** A closed port, a silent one, and one where somebody else answers: each in its time. */
  private static final List<String[]> FAILURES =
      List.of(
          failed("unreachable", "7.6 s"),
          failed("timeout", "29.5 s"),
          failed("wrong_database_type", "0.2 s"),
          failed("source_error", "41 s"));

  private static String[] failed(String code, String duration) {
    return new String[] {
      "state = 'FAILED'",
      "finished_at = started_at + interval '" + duration + "'",
      "error_code = '" + code + "'",
      "error_message = 'Of " + code + " (SQLSTATE 08001, 0)'"
    };
  }

  @Test
  void lookTheSameAfterAMinute() {
    var source = sources.register("seen-" + UUID.randomUUID());
    var crawl = rows.newest(source);
    rows.set(crawl, "started_at = now() - interval '10 minutes'");

    for (String role : List.of("editor", "viewer")) {
      var seen =
          FAILURES.stream()
              .map(
                  failure -> {
                    rows.set(crawl, failure);
                    return everything(role, source, crawl);
                  })
              .distinct();
      assertThat(seen).hasSize(1).first().asString().contains("unreachable");
    }
    assertThat(api.get("/api/crawls/" + crawl).text()).contains("source_error", "SQLSTATE 08001");
  }

  @Test
  void lookAsIfTheyWereGoingOnForAMinute() {
    var source = sources.register("seen-" + UUID.randomUUID());
    var crawl = rows.newest(source);
    rows.set(crawl, "state = 'PLANNING'", "started_at = now() - interval '1 second'");
    var going = everything("editor", source, crawl);
    assertThat(going).contains("PLANNING").doesNotContain("unreachable");

    rows.set(
        crawl,
        "state = 'PENDING'",
        "retry_at = now() + interval '1 second'",
        "error_code = 'unreachable'",
        "error_message = 'x'");
    assertThat(everything("editor", source, crawl)).isEqualTo(going);
    for (String[] failure : FAILURES) {
      rows.set(crawl, failure);
      assertThat(everything("editor", source, crawl)).isEqualTo(going);
      assertThat(listedState("viewer", source)).isEqualTo("PLANNING");
      assertThat(api.get("/api/crawls/" + crawl).json().path("state").asString())
          .isEqualTo("FAILED");
    }
  }

  @Test
  void mayBeCancelledAndNotStartedWhileTheyLookSo() {
    var source = sources.register("seen-" + UUID.randomUUID());
    var crawl = rows.newest(source);
    rows.set(crawl, "started_at = now() - interval '1 second'");
    rows.set(crawl, FAILURES.getFirst());
    var editor = api.tokenOf("editor");

    var started = api.callAs(editor, "POST", CREDENTIALS + source + "/crawls", null);
    assertThat(started.code()).isEqualTo("crawl_running");
    var cancelled = api.callAs(editor, "POST", "/api/crawls/" + crawl + "/cancel", null);
    assertThat(cancelled.status()).isEqualTo(202);
    assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.json().path("error").isNull()).isTrue();
    assertThat(api.callAs(editor, "POST", CREDENTIALS + source + "/crawls", null).status())
        .isEqualTo(202);
  }

  @Test
  void endTheirStreamsWhenTheySeemToEnd() {
    var source = sources.register("seen-" + UUID.randomUUID());
    var crawl = rows.newest(source);
    rows.set(crawl, "started_at = now() - interval '57 seconds'");
    rows.set(crawl, failed("wrong_database_type", "0.2 s"));
    var headers = Map.of("Authorization", "Bearer " + api.tokenOf("viewer"));

    try (var events = new EventReader(api.url() + "/api/crawls/" + crawl + "/events", headers)) {
      assertThat(events.status()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(10)).until(events::hasEnded);
      assertThat(events.states()).containsExactly("PLANNING", "FAILED");
    }
  }

  @Test
  void tellViewersNoNumbersOfServers() {
    var source = sources.register("seen-" + UUID.randomUUID());
    var crawl = rows.newest(source);
    rows.set(
        crawl,
        "state = 'FAILED'",
        "started_at = now()",
        "finished_at = now()",
        "error_code = 'authentication_failed'",
        "error_message = 'The database refused this user (SQLSTATE 28P01, 0)'");
    var path = "/api/crawls/" + crawl;

    assertThat(error("editor", path))
        .isEqualTo("The database refused this user (SQLSTATE 28P01, 0)");
    assertThat(error("viewer", path)).isEqualTo("The database refused this user");
  }

  /** The state in the list of all databases, which everyone may see. */
  private String listedState(String role, UUID source) {
    for (var path = "/api/databases?limit=100"; ; ) {
      var page = as(role, path);
      for (JsonNode database : page.path("databases")) {
        if (database.path("id").asString().equals(source.toString())) {
          return database.path("state").asString();
        }
      }
      assertThat(page.path("next_cursor").isNull()).as("%s is listed", source).isFalse();
      path = "/api/databases?limit=100&cursor=" + page.path("next_cursor").asString();
    }
  }

  private String error(String role, String path) {
    return as(role, path).at("/error/message").asString();
  }

  private JsonNode as(String role, String path) {
    return api.callAs(api.tokenOf(role), "GET", path, null).json();
  }

  /** All that is told of a crawl, with the status of each answer. */
  private String everything(String role, UUID source, UUID crawl) {
    var name = sources.name(source);
    var paths =
        Stream.of(
            "/api/crawls/" + crawl,
            CREDENTIALS + source + "/crawls",
            CREDENTIALS + source,
            "/api/db-schema?id=" + source + "&db_name=" + name);
    return paths
        .map(path -> api.callAs(api.tokenOf(role), "GET", path, null))
        .map(answer -> answer.status() + withoutInstance(answer.text()))
        .toList()
        .toString();
  }

  private static String withoutInstance(String text) {
    return text.replaceAll("\"request_id\":\"[^\"]*\"", "");
  }
}
