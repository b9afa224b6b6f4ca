package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndexes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An index that is there and cannot be asked: nobody may take it for an empty one. */
class UnavailableIndexIT {
  private static final TestApi API = TestApi.shared();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String BOTH = "/gazetteer-tables,gazetteer-columns";

  /** What a limit is part of is in no memory under another one. */
  private static final AtomicInteger LIMIT = new AtomicInteger(10);

  private static final List<String> OF_COLUMNS =
      List.of(
          "/api/search/?q=unavailable_marker",
          "/api/search/?q=qwzzqwxx",
          "/api/search/?q=kind:column+unavailable_marker",
          "/api/suggest/?q=unavail");
  private static final List<String> OF_TABLES =
      List.of(
          "/api/db-schema/?db_name=unavailable_index",
          "/api/search-table/?db_name=unavailable_index&table_name=unavailable_table_%d");

  private final IndexServer index = new IndexServer(API.bean(Rest5Client.class));

  enum Trouble {
    CLOSED("POST", "/_close", "", "POST", "/_open", ""),
    BLOCKED(
        "PUT",
        "/_settings",
        "{\"index.blocks.read\": true}",
        "PUT",
        "/_settings",
        "{\"index.blocks.read\": null}");

    private final String method;
    private final String path;
    private final String body;
    private final String undoMethod;
    private final String undoPath;
    private final String undoBody;

    Trouble(
        String method,
        String path,
        String body,
        String undoMethod,
        String undoPath,
        String undoBody) {
      this.method = method;
      this.path = path;
      this.body = body;
      this.undoMethod = undoMethod;
      this.undoPath = undoPath;
      this.undoBody = undoBody;
    }
  }

  @BeforeAll
  static void indexTables() {
    UUID id = new RegisteredDataSources(API).crawled("unavailable_index");
    var tables =
        Stream.iterate(0, i -> i + 1)
            .limit(30)
            .map(i -> table("s", "unavailable_table_" + i, "unavailable_marker", "other"))
            .toList();
    new TestIndex(API).write(id, tables);
  }

  @ParameterizedTest
  @EnumSource
  void isA503ForEveryoneUntilItIsBack(Trouble trouble) {
    assertThat(answers()).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    call(trouble.method, BOTH + trouble.path, trouble.body);
    try {
      // First pages share what they see for a quarter of a second.
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(answers())
                      .allSatisfy(
                          answer -> {
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                            assertThat(answer.code()).isEqualTo("unavailable");
                            assertThat(answer.header("Retry-After")).isEqualTo("1");
                          }));
      await().atMost(SOON).until(() -> health().equals("503 " + trouble.name()));
    } finally {
      call(trouble.undoMethod, BOTH + trouble.undoPath, trouble.undoBody);
    }
    isBack();
  }

  @ParameterizedTest
  @EnumSource
  void isNoHalfAnswerWhenOneOfThemIs(Trouble trouble) {
    call(trouble.method, "/gazetteer-columns" + trouble.path, trouble.body);
    try {
      areUnavailable(OF_COLUMNS);
      await().atMost(SOON).until(() -> health().equals("503 " + trouble.name()));
    } finally {
      call(trouble.undoMethod, "/gazetteer-columns" + trouble.undoPath, trouble.undoBody);
    }
    isBack();
  }

  @Test
  void isA503WhenItIsMissing() {
    var name = index.get("/_alias/gazetteer-columns", Map.of()).propertyNames().iterator().next();
    call("POST", "/_aliases", alias("remove", name));
    try {
      areUnavailable(OF_COLUMNS);
      await().atMost(SOON).until(() -> health().equals("503 MISSING"));
    } finally {
      call("POST", "/_aliases", alias("add", name));
    }
    isBack();
  }

  private static void areUnavailable(List<String> paths) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(paths)
                    .allSatisfy(
                        path -> assertThat(API.get(path).status()).as(path).isEqualTo(503)));
  }

  private static String alias(String action, String index) {
    var write = action.equals("add") ? ", \"is_write_index\": true" : "";
    return "{\"actions\": [{\"%s\": {\"index\": \"%s\", \"alias\": \"gazetteer-columns\"%s}}]}"
        .formatted(action, index, write);
  }

  @Test
  void isSearchedWhileItCannotBeWrittenAndSaysSo() {
    call("PUT", BOTH + "/_settings", "{\"index.blocks.write\": true}");
    try {
      assertThat(answers()).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
      await().atMost(SOON).until(() -> health().equals("200 READ_ONLY"));
    } finally {
      call("PUT", BOTH + "/_settings", "{\"index.blocks.write\": null}");
    }
    isBack();
  }

  /** A worker has made it anew, and nothing has been crawled since. */
  @Test
  void isA503ForThoseWhoFindNothingUntilItHasBeenFilledAgain() {
    var jdbc = API.bean(JdbcClient.class);
    var tables =
        API.bean(SearchIndexes.class).inUse().stream()
            .filter(one -> one.alias() == IndexAlias.TABLES)
            .findFirst()
            .orElseThrow();
    jdbc.sql("insert into known_index (alias, uuid, wiped_at) values ('TABLES', ?, now())")
        .params(tables.uuid())
        .update();
    try {
      await().atMost(SOON).until(() -> API.get("/api/search/?q=qwzzqwxx").status() == 503);
      assertThat(API.get("/api/suggest/?q=qwzzqwxx").status()).isEqualTo(503);
      assertThat(API.get("/api/search/?q=unavailable_marker").status()).isEqualTo(200);
    } finally {
      jdbc.sql("delete from known_index").update();
    }
    await().atMost(SOON).until(() -> API.get("/api/search/?q=qwzzqwxx").status() == 200);
  }

  private static List<Answer> answers() {
    int limit = LIMIT.incrementAndGet();
    var headers =
        Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/x-ndjson");
    return Stream.of(
            OF_COLUMNS.stream().map(API::get),
            OF_TABLES.stream()
                .map(path -> path.contains("%d") ? path.formatted(limit % 30) : path)
                .map(path -> API.get(path.contains("schema") ? path + "&limit=" + limit : path)),
            Stream.of(
                API.send("GET", "/api/search/?q=unavailable_marker", null, headers),
                API.send("GET", "/api/db-schema/?db_name=unavailable_index", null, headers)))
        .flatMap(all -> all)
        .toList();
  }

  /** Whoever pages through the hits goes on in the index as it was, or is told that it is gone. */
  @Test
  void isNotTheEndOfAWalk() {
    var page = API.get("/api/search/?q=unavailable_marker&limit=5");
    var next =
        "/api/search/?q=unavailable_marker&limit=5&cursor="
            + page.json().path("next_cursor").asString();
    call("POST", BOTH + "/_close", "");
    try {
      assertThat(API.get(next).status()).isEqualTo(503);
    } finally {
      call("POST", BOTH + "/_open", "");
    }
    isBack();
    assertThat(API.get(next).json().path("hits").size()).isEqualTo(5);
  }

  private static String health() {
    var answer = API.get("/api/health");
    return answer.status() + " " + answer.json().path("index").asString();
  }

  private static void isBack() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(health()).isEqualTo("200 OPEN");
              assertThat(API.get(OF_COLUMNS.getFirst()).json().at("/total/value").asInt())
                  .isPositive();
            });
  }

  private void call(String method, String path, String body) {
    var request = new Request(method, path);
    if (!body.isEmpty()) {
      request.setEntity(
          new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    }
    index.call(request);
  }
}
