package io.gazetteer.api.crawls.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CrawlIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void startsOneWithTheNextEpochWhenNoneIsLive() {
    var id = sources.register("crawl_start");
    var path = "/api/db-credentials/" + id + "/crawls";

    var refused = api.post(path, null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("crawl_running");
    sources.endCrawl(id, "FAILED");
    var started = api.post(path + "/", null);

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location"))
        .isEqualTo("/api/crawls/" + started.json().path("id").asString());
    assertThat(started.json().path("epoch").asInt()).isEqualTo(2);
    assertThat(api.get(started.header("Location")).json()).isEqualTo(started.json());
    assertThat(api.get("/api/db-credentials/" + id).json().at("/crawl/epoch").asInt()).isEqualTo(2);
  }

  @Test
  void letsOneOfManyStartsWin() throws Exception {
    var id = sources.crawled("crawl_race");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 10)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> api.post("/api/db-credentials/" + id + "/crawls", null).status()))
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 409);
    }
    assertThat(epoch(id)).isEqualTo(2);
  }

  @Test
  void cancelsALiveCrawlOnce() {
    var crawl = newestCrawl(sources.register("crawl_cancel"));

    var cancelled = api.post("/api/crawls/" + crawl + "/cancel", null);

    assertThat(cancelled.status()).isEqualTo(202);
    assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.json().path("finished_at").asString()).isNotEmpty();
    var again = api.post("/api/crawls/" + crawl + "/cancel/", null);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("crawl_not_live");
  }

  @Test
  void confirmsOnlyTheNewestHeldCrawl() {
    var id = sources.register("crawl_confirm");
    var crawl = newestCrawl(id);
    assertThat(confirm(crawl).code()).isEqualTo("crawl_not_held");
    sources.endCrawl(id, "HELD");

    var confirmed = confirm(crawl);

    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(confirmed.json().path("state").asString()).isEqualTo("FINISHING");
    assertThat(confirmed.json().path("finished_at").isNull()).isTrue();
    assertThat(
            jdbc.sql("select removal_confirmed from crawl where id = :id")
                .param("id", UUID.fromString(crawl))
                .query(Boolean.class)
                .single())
        .isTrue();
    sources.endCrawl(id, "HELD");
    api.post("/api/db-credentials/" + id + "/crawls", null);
    assertThat(confirm(crawl).status()).isEqualTo(409);
  }

  @Test
  void tellsEditorsNothingOfTheNetwork() {
    var id = sources.register("crawl_scan");
    sources.endCrawl(id, "FAILED");
    var path = "/api/crawls/" + newestCrawl(id);
    var editor = api.tokenOf("editor");

    var bodies =
        Stream.of("unreachable", "timeout", "wrong_database_type", "answer_too_large")
            .map(
                code -> {
                  setError(id, code);
                  assertThat(api.get(path).json().at("/error/code").asString()).isEqualTo(code);
                  return api.callAs(editor, "GET", path, null).text();
                })
            .distinct()
            .toList();

    assertThat(bodies).hasSize(1).first().asString().contains("No such database can be reached");
    setError(id, "authentication_failed");
    assertThat(api.callAs(editor, "GET", path, null).json().at("/error/code").asString())
        .isEqualTo("authentication_failed");
  }

  private void setError(UUID source, String code) {
    jdbc.sql("update crawl set error_code = ?, error_message = 'of ' || ? where data_source_id = ?")
        .params(code, code, source)
        .update();
  }

  @Test
  void listsTheNewestFirst() {
    var id = sources.crawled("crawl_list");
    for (int i = 0; i < 4; i++) {
      api.post("/api/db-credentials/" + id + "/crawls", null);
      sources.endCrawl(id, "SUCCEEDED");
    }

    var first = api.get("/api/db-credentials/" + id + "/crawls?limit=3").json();
    var second =
        api.get(
                "/api/db-credentials/"
                    + id
                    + "/crawls/?limit=3&cursor="
                    + first.path("next_cursor").asString())
            .json();

    assertThat(first.path("crawls").valueStream().map(c -> c.path("epoch").asInt()))
        .containsExactly(5, 4, 3);
    assertThat(second.path("crawls").valueStream().map(c -> c.path("epoch").asInt()))
        .containsExactly(2, 1);
    assertThat(second.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void showsCountsErrorAndFailures() {
    var crawl = newestCrawl(sources.register("crawl_failures"));
    jdbc.sql(
            """
            update crawl set state = 'PARTIAL', finished_at = now(), batches_total = 3,
              batches_remaining = 1, tables_seen = 9, error_code = 'some_failed',
              error_message = 'Some could not be read'
            where id = :id
            """)
        .param("id", UUID.fromString(crawl))
        .update();
    jdbc.sql("insert into crawl_failure values (:id, 's', 't', 'lock_timeout', 'Locked')")
        .param("id", UUID.fromString(crawl))
        .update();

    var shown = api.get("/api/crawls/" + crawl).json();

    assertThat(shown.path("batches_done").asInt()).isEqualTo(2);
    assertThat(shown.path("tables_seen").asInt()).isEqualTo(9);
    assertThat(shown.at("/error/code").asString()).isEqualTo("some_failed");
    assertThat(shown.path("failures").toString())
        .isEqualTo(
            "[{\"schema\":\"s\",\"table\":\"t\",\"code\":\"lock_timeout\",\"message\":\"Locked\"}]");
  }

  @Test
  void knowsNoOtherIds() {
    var none = UUID.randomUUID();

    assertThat(api.get("/api/crawls/" + none).status()).isEqualTo(404);
    assertThat(api.get("/api/crawls/nonsense").status()).isEqualTo(404);
    assertThat(api.post("/api/crawls/" + none + "/cancel", null).status()).isEqualTo(404);
    assertThat(api.post("/api/db-credentials/" + none + "/crawls", null).status()).isEqualTo(404);
    assertThat(api.get("/api/db-credentials/" + none + "/crawls").status()).isEqualTo(404);
  }

  private Answer confirm(String crawl) {
    return api.post("/api/crawls/" + crawl + "/confirm", null);
  }

  private String newestCrawl(UUID id) {
    return api.get("/api/db-credentials/" + id).json().at("/crawl/id").asString();
  }

  private long epoch(UUID id) {
    return jdbc.sql("select epoch from data_source where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
