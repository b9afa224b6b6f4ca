package io.gazetteer.api.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.catalog.IndexRebuilds;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildIT {
  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Reindex reindex =
      new Reindex(
          api.bean(IndexRebuilds.class), new PrintStream(output, true, StandardCharsets.UTF_8));

  @AfterEach
  void forgetRebuilds() {
    jdbc.sql("delete from index_rebuild").update();
  }

  @Test
  void showsTheIndexesInUse() {
    var answer = api.get("/api/index");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("rebuild").isNull()).isTrue();
    assertThat(answer.json().path("indexes").findValuesAsString("alias"))
        .containsExactlyInAnyOrder("gazetteer-tables", "gazetteer-columns");
    for (var index : answer.json().path("indexes")) {
      assertThat(index.path("index").asString()).startsWith(index.path("alias").asString() + "-v");
      assertThat(index.path("definition_version").asInt()).isPositive();
      assertThat(index.path("documents").isIntegralNumber()).isTrue();
      assertThat(index.path("bytes").asLong()).isPositive();
    }
  }

  @Test
  void startsOneRebuildAtATime() {
    var started = api.post("/api/index/rebuild", null);

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.headers().firstValue("Location")).contains("/api/index");
    assertThat(started.json().path("state").asString()).isEqualTo("PENDING");
    assertThat(started.json().path("reason").asString()).isEqualTo("REQUESTED");
    assertThat(api.get("/api/index").json().path("rebuild")).isEqualTo(started.json());

    var second = api.post("/api/index/rebuild", null);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("code").asString()).isEqualTo("rebuild_running");

    end("SUCCEEDED", null);
    assertThat(api.post("/api/index/rebuild", null).status()).isEqualTo(202);
  }

  @Test
  void asksForALogin() {
    assertThat(api.send("GET", "/api/index", null, Map.of()).status()).isEqualTo(401);
    assertThat(api.send("POST", "/api/index/rebuild", null, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void waitsOnATerminalUntilTheIndexIsNew() {
    var done = start();
    awaitOutput("Waiting for a worker");
    jdbc.sql(
            """
            update index_rebuild set state = 'RUNNING', lease_until = now() + interval '1 hour',
              started_at = now(), tables_total = 30, tables_copied = 20
            """)
        .update();
    awaitOutput("20 of 30 tables");
    end("SUCCEEDED", null);

    assertThat(done.join()).isTrue();
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("The index is new: 20 tables");
  }

  @Test
  void saysOnATerminalWhyTheIndexIsNotNew() {
    var done = start();
    awaitOutput("Waiting for a worker");
    end("FAILED", "The moon is in the way");

    assertThat(done.join()).isFalse();
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("The moon is in the way");
  }

  private CompletableFuture<Boolean> start() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return reindex.rebuild();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void awaitOutput(String text) {
    Awaitility.await().until(() -> output.toString(StandardCharsets.UTF_8).contains(text));
  }

  /** What a worker would do. */
  private void end(String state, @Nullable String message) {
    jdbc.sql(
            """
            update index_rebuild
            set state = :state, finished_at = now(), lease_until = null,
                error_code = case when cast(:message as text) is not null then 'wrong' end,
                error_message = :message
            """)
        .param("state", state)
        .param("message", message)
        .update();
  }
}
