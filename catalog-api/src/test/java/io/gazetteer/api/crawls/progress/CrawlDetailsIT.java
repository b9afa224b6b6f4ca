package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class CrawlDetailsIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);
  private final CrawlRows crawls = new CrawlRows(api);

  @Test
  void showsHowFarItIs() {
    var crawl = crawls.newest(sources.register("details_progress"));
    assertThat(api.get("/api/crawls/" + crawl).json().at("/progress/tables_total").isNull())
        .isTrue();
    crawls.set(
        crawl,
        "state = 'RUNNING'",
        "started_at = now() - interval '20 seconds'",
        "batches_total = 5",
        "batches_remaining = 3",
        "columns_total = 1000",
        "tables_seen = 100",
        "tables_indexed = 20",
        "tables_unchanged = 10",
        "tables_excluded = 6",
        "tables_failed = 4",
        "columns_seen = 300");
    crawls.batch(crawl, 0, "DONE", 7, 70);
    crawls.batch(crawl, 1, "READING", 2, 20);
    crawls.batch(crawl, 2, "INDEXING", 3, 30);
    crawls.batch(crawl, 3, "PENDING", 5, 50);

    var shown = api.get("/api/crawls/" + crawl).json();

    assertThat(shown.path("columns_total").asLong()).isEqualTo(1000);
    assertThat(shown.path("columns_seen").asLong()).isEqualTo(300);
    var progress = shown.path("progress");
    assertThat(progress.path("tables_total").asLong()).isEqualTo(100);
    assertThat(progress.path("tables_done").asLong()).isEqualTo(45);
    assertThat(progress.path("columns_total").asLong()).isEqualTo(1000);
    assertThat(progress.path("columns_done").asLong()).isEqualTo(350);
    assertThat(progress.path("tables_per_second").asDouble()).isBetween(1.0, 2.0);
    assertThat(progress.path("columns_per_second").asDouble()).isBetween(10.0, 17.5);
    assertThat(progress.path("remaining_seconds").asLong()).isBetween(37L, 65L);
  }

  @Test
  void listsWhatAHeldCrawlWouldRemove() {
    var source = sources.register("details_removals");
    var crawl = crawls.newest(source);
    crawls.removal(crawl, "hr", IntStream.range(0, 120).mapToObj("t%03d"::formatted).toList());
    crawls.removal(crawl, "sales", List.of("orders"));
    assertThat(api.get("/api/crawls/" + crawl).json().has("would_remove")).isFalse();
    sources.endCrawl(source, "HELD");

    var shown = api.get("/api/crawls/" + crawl).json().path("would_remove");
    assertThat(shown.toString())
        .isEqualTo(
            "{\"tables\":121,\"schemas\":[{\"schema\":\"hr\",\"tables\":120},"
                + "{\"schema\":\"sales\",\"tables\":1}]}");
    var names = new ArrayList<String>();
    var next = "";
    do {
      var page = api.get("/api/crawls/" + crawl + "/removals?limit=50" + next).json();
      page.path("removals")
          .forEach(
              one -> names.add(one.path("schema").asString() + "." + one.path("table").asString()));
      next =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!next.isEmpty());
    assertThat(names).hasSize(121).startsWith("hr.t000", "hr.t001").endsWith("sales.orders");

    api.post("/api/crawls/" + crawl + "/confirm", null);
    assertThat(api.get("/api/crawls/" + crawl).json().has("would_remove")).isFalse();
  }

  @Test
  void countsTheSecondsOfAnEndedCrawlToItsEnd() {
    var crawl = crawls.newest(sources.register("details_ended"));
    crawls.set(
        crawl,
        "state = 'SUCCEEDED'",
        "started_at = now() - interval '1 hour'",
        "finished_at = now() - interval '59 minutes 50 seconds'",
        "batches_total = 1",
        "batches_remaining = 0",
        "columns_total = 55",
        "columns_seen = 55");

    var progress = api.get("/api/crawls/" + crawl).json().path("progress");

    assertThat(progress.path("columns_per_second").asDouble()).isEqualTo(5.5);
    assertThat(progress.path("remaining_seconds").asInt(-1)).isZero();
  }

  @Test
  void showsTheCountsOfEachSchema() {
    var crawl = crawls.newest(sources.register("details_schemas"));
    crawls.schema(crawl, "sales", 10, 4, 3, 2, 1, 5);
    crawls.schema(crawl, "audit", 1, 1, 0, 0, 0, 0);

    var shown = api.get("/api/crawls/" + crawl).json();

    var schemas = shown.path("schemas");
    assertThat(schemas.valueStream().map(s -> s.path("schema").asString()))
        .containsExactly("audit", "sales");
    assertThat(schemas.get(1).path("tables_seen").asInt()).isEqualTo(10);
    assertThat(schemas.get(1).path("tables_indexed").asInt()).isEqualTo(4);
    assertThat(schemas.get(1).path("tables_unchanged").asInt()).isEqualTo(3);
    assertThat(schemas.get(1).path("tables_excluded").asInt()).isEqualTo(2);
    assertThat(schemas.get(1).path("tables_failed").asInt()).isEqualTo(1);
    assertThat(schemas.get(1).path("tables_removed").asInt()).isEqualTo(5);
    assertThat(shown.has("schemas_total")).isFalse();
  }

  @Test
  void saysWhenThereAreMoreSchemasThanItShows() {
    var crawl = crawls.newest(sources.register("details_many_schemas"));
    api.bean(JdbcClient.class)
        .sql(
            """
            insert into crawl_schema (crawl_id, schema_name)
            select :id, 's' || to_char(n, 'FM0000') from generate_series(1, 1003) n
            """)
        .param("id", crawl)
        .update();

    var shown = api.get("/api/crawls/" + crawl).json();

    assertThat(shown.path("schemas")).hasSize(1000);
    assertThat(shown.at("/schemas/999/schema").asString()).isEqualTo("s1000");
    assertThat(shown.path("schemas_total").asInt()).isEqualTo(1003);
  }

  @Test
  void leavesTheListsOutInPassing() {
    var id = sources.register("details_passing");
    var crawl = crawls.newest(id);
    crawls.schema(crawl, "s", 1, 0, 0, 0, 1, 0);
    crawls.failure(crawl, "s", "t");

    var listed = api.get("/api/db-credentials/" + id + "/crawls").json().at("/crawls/0");
    var passing = api.get("/api/db-credentials/" + id).json().path("crawl");

    for (JsonNode shown : new JsonNode[] {listed, passing}) {
      assertThat(shown.path("id").asString()).isEqualTo(crawl.toString());
      assertThat(shown.has("columns_total")).isTrue();
      assertThat(shown.propertyNames()).doesNotContain("failures", "schemas", "progress");
    }
  }

  @Test
  void pagesThroughAllFailuresInOrder() {
    var crawl = crawls.newest(sources.register("details_failures"));
    IntStream.range(0, 240)
        .forEach(n -> crawls.failure(crawl, n % 2 == 0 ? "a" : "b", "t%03d".formatted(n)));
    assertThat(api.get("/api/crawls/" + crawl).json().path("failures")).hasSize(100);

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = api.get("/api/crawls/" + crawl + "/failures?limit=50&cursor=" + cursor).json();
      page.path("failures")
          .forEach(f -> seen.add(f.path("schema").asString() + "." + f.path("table").asString()));
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(240).isSorted().doesNotHaveDuplicates();
    var first = api.get("/api/crawls/" + crawl + "/failures?limit=1").json().at("/failures/0");
    assertThat(first.toString())
        .isEqualTo(
            "{\"schema\":\"a\",\"table\":\"t000\",\"code\":\"lock_timeout\",\"message\":\"Locked\"}");
  }

  @Test
  void refusesWrongParametersOfFailures() {
    var path = "/api/crawls/" + crawls.newest(sources.register("details_wrong")) + "/failures";

    assertThat(api.get(path + "?limit=101&cursor=nonsense").wrongFields())
        .containsExactly("limit", "cursor");
    // ["\u0000",""]
    assertThat(api.get(path + "?cursor=WyJcdTAwMDAiLCIiXQ").wrongFields())
        .containsExactly("cursor");
    assertThat(api.get("/api/crawls/" + UUID.randomUUID() + "/failures").status()).isEqualTo(404);
  }
}
