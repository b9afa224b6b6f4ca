package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.IndexProxy;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** An answer of many pieces, each of which holds one table since two have too many columns. */
@Timeout(60)
class StreamIT {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final int PIECES = 8;
  private static final int COLUMNS = 2001;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String PIECE = "/_mget";

  private static final TestApi API = TestApi.shared();
  private static final IndexProxy INDEX = new IndexProxy(TestServers.elasticsearch().url());
  private static final ConfigurableApplicationContext PROCESS = process();

  private static ConfigurableApplicationContext process() {
    var settings = TestApi.settings();
    settings.put("spring.elasticsearch.uris", INDEX.url());
    return TestApi.start(settings);
  }

  @BeforeAll
  static void indexWideTables() {
    var id = new RegisteredDataSources(API).crawled("stream_wide");
    var columns = IntStream.range(0, COLUMNS).mapToObj(c -> "c" + c).toArray(String[]::new);
    for (int i = 0; i < PIECES; i++) {
      new TestIndex(API).write(id, List.of(table("s", "t" + i, columns)));
    }
    var small = new RegisteredDataSources(API).crawled("stream_small");
    new TestIndex(API)
        .write(small, List.of(table("s", "orders", "id"), table("s", "ORDERS", "id")));
  }

  @AfterAll
  static void stop() {
    PROCESS.close();
    INDEX.close();
  }

  @ParameterizedTest
  @CsvSource({JSON + ",identity", JSON + ",gzip", LINES + ",identity", LINES + ",gzip"})
  void sendsTheFirstTablesBeforeItHasTheLast(String accept, String encoding) throws Exception {
    var last = new CountDownLatch(1);
    INDEX.reset((path, count) -> !path.endsWith(PIECE) || count < PIECES || wait(last));

    try (var client = HttpClient.newHttpClient()) {
      var answer = ask(client, accept, encoding);
      assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
          .isEqualTo(encoding);
      try (var body = decoded(answer, encoding)) {
        var begin = new String(body.readNBytes(100_000), StandardCharsets.UTF_8);
        assertThat(begin).contains("\"name\":\"t0\"");
        assertThat(last.getCount()).isOne();
        last.countDown();
        var whole = begin + new String(body.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(whole).contains("\"name\":\"t" + (PIECES - 1) + "\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({JSON + ",identity", JSON + ",gzip", LINES + ",identity", LINES + ",gzip"})
  void cutsTheConnectionWhenItCannotGoOn(String accept, String encoding) throws Exception {
    INDEX.reset((path, count) -> !path.endsWith(PIECE) || count < PIECES / 2);

    try (var client = HttpClient.newHttpClient()) {
      var answer = ask(client, accept, encoding);
      assertThat(answer.statusCode()).isEqualTo(200);
      // Whoever reads it to what seems to be its end must not take it for the whole.
      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void answersAProblemWhenItCannotBegin() throws Exception {
    INDEX.reset((path, count) -> !path.endsWith(PIECE));

    try (var client = HttpClient.newHttpClient()) {
      var answer = ask(client, JSON, "identity");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void readsOnlyOnePieceMoreForAClientWhoHasGone() throws Exception {
    var gone = new CountDownLatch(1);
    INDEX.reset((path, count) -> !path.endsWith(PIECE) || count != 3 || wait(gone));

    var client = HttpClient.newHttpClient();
    var answer = ask(client, LINES, "identity");
    assertThat(answer.body().readNBytes(1000)).hasSize(1000);
    client.shutdownNow();
    gone.countDown();

    // The third is read, fails to be written, and the fourth is on its way by then.
    await().during(1, TimeUnit.SECONDS).atMost(SOON).until(() -> INDEX.count(PIECE) <= 4);
  }

  @Test
  void looksATableUpWithOneRequest() throws Exception {
    INDEX.reset((path, count) -> true);

    try (var client = HttpClient.newHttpClient()) {
      var path = "/api/search-table/?db_name=stream_small&table_name=Orders";
      var answer = client.send(request(path, JSON, "identity"), BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"name\":\"orders\"", "\"name\":\"ORDERS\"");
      assertThat(INDEX.paths()).hasSize(1);
    }
  }

  @Test
  void asksTheIndexForNothingWhenTheCallerHasTheAnswer() throws Exception {
    INDEX.reset((path, count) -> true);

    try (var client = HttpClient.newHttpClient()) {
      var head = HttpRequest.newBuilder(request(PATH, JSON, "identity"), (name, value) -> true);
      var first = client.send(head.HEAD().build(), BodyHandlers.discarding());
      assertThat(INDEX.count(PIECE)).as("documents for a HEAD request").isZero();
      INDEX.reset((path, count) -> true);
      var etag = first.headers().firstValue("ETag").orElseThrow();
      var again =
          HttpRequest.newBuilder(request(PATH, JSON, "identity"), (name, value) -> true)
              .header("If-None-Match", etag);
      var second = client.send(again.build(), BodyHandlers.ofString());

      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(INDEX.paths()).isEmpty();
    }
  }

  private static final String PATH = "/api/db-schema/?db_name=stream_wide";

  private static boolean wait(CountDownLatch latch) throws InterruptedException {
    return latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
  }

  private static HttpResponse<InputStream> ask(HttpClient client, String accept, String encoding)
      throws IOException, InterruptedException {
    return client.send(request(PATH, accept, encoding), BodyHandlers.ofInputStream());
  }

  private static HttpRequest request(String path, String accept, String encoding) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + TestApi.port(PROCESS) + path))
        .header("Authorization", "Bearer " + API.token())
        .header("Accept", accept)
        .header("Accept-Encoding", encoding)
        .build();
  }

  private static InputStream decoded(HttpResponse<InputStream> answer, String encoding)
      throws IOException {
    return encoding.equals("gzip") ? new GZIPInputStream(answer.body()) : answer.body();
  }
}
