package io.gazetteer.api.schema.caching;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.History;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What callers and two API processes keep, and when they must not. */
class AnswerCacheIT {
  private static final TestApi API = TestApi.shared();
  private static final ConfigurableApplicationContext OTHER = TestApi.start(TestApi.settings());
  private static final Duration SOON = Duration.ofSeconds(10);

  /** A crawl that has a plan may have changed documents. */
  private static final String[] PLANNED = {"batches_total = 1", "batches_remaining = 1"};

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private String database = "";
  private UUID id = new UUID(0, 0);

  @AfterAll
  static void stop() {
    OTHER.close();
  }

  @BeforeEach
  void index(TestInfo test) {
    database =
        "kept_" + test.getTestMethod().orElseThrow().getName() + "_" + NUMBER.incrementAndGet();
    id = new RegisteredDataSources(API).crawled(database);
    write("before");
  }

  @Test
  void answersThatNothingHasChanged() {
    for (String path : List.of(schema(), lookup())) {
      var answer = API.get(path);
      var again = get(API.url(), path, "\"other\", " + answer.header("ETag"));

      assertThat(answer.header("ETag")).startsWith("W/\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
      assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(again.header("Vary").toLowerCase(Locale.ROOT))
          .contains("accept", "accept-encoding");
      assertThat(get(otherUrl(), path, answer.header("ETag")).status())
          .as("by the other process")
          .isEqualTo(304);
      assertThat(get(API.url(), path, "W/\"other\"").status()).isEqualTo(200);
      assertThat(get(API.url(), path, "*").status()).isEqualTo(200);
      assertThat(get(API.url(), path, "nonsense\", W/").status()).isEqualTo(200);
    }
  }

  @Test
  void tellsQuestionsAndRepresentationsApart() {
    var tags = new ArrayList<String>();
    for (String more : List.of("", "&schema=s", "&limit=1", "&limit=2")) {
      tags.add(API.get(schema() + more).header("ETag"));
      tags.add(lines(schema() + more).header("ETag"));
    }
    tags.add(API.get(lookup()).header("ETag"));
    tags.add(API.get(lookup() + "&schema=s").header("ETag"));

    assertThat(tags).doesNotContain("").doesNotHaveDuplicates();
  }

  @Test
  void hasAnotherTagWheneverDocumentsMayHaveChanged() {
    var tags = new HashSet<String>();
    assertThat(tags.add(tag())).isTrue();
    new History(API).add(id, "SUCCEEDED", Duration.ofMinutes(5));
    assertThat(tags.add(tag())).as("after another crawl").isTrue();
    new History(API).add(id, "FAILED", Duration.ofMinutes(5));
    new CrawlRows(API).set(newest(), PLANNED);
    assertThat(tags.add(tag())).as("after one that failed half way").isTrue();
    new CrawlRows(API).set(newest(), "finished_at = now() - interval '3 minutes'");
    assertThat(tags.add(tag())).as("after one that went on").isTrue();
    API.call("PATCH", "/api/db-credentials/" + id, Map.of("port", 4711, "password", "x"));
    assertThat(tags.add(tag())).as("at another address").isTrue();
    assertThat(tags).doesNotContain("");
  }

  @Test
  void offersNoTagWhileDocumentsAreBeingWritten() {
    API.post("/api/db-credentials/" + id + "/crawls", null);
    var before = tag();
    assertThat(before).as("while it waits").isNotEmpty();
    var crawls = new CrawlRows(API);
    crawls.set(newest(), "state = 'PLANNING'");
    assertThat(tag()).as("while it plans").isEqualTo(before);
    for (String state : List.of("RUNNING", "FINISHING")) {
      crawls.set(newest(), "state = '" + state + "'");
      for (String path : List.of(schema(), lookup())) {
        var answer = get(API.url(), path, before);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
      }
    }
  }

  @Test
  void staysTheSameAfterACrawlThatHadNoPlan() {
    var before = API.get(lookup()).header("ETag");
    API.post("/api/db-credentials/" + id + "/crawls", null);
    new RegisteredDataSources(API).endCrawl(id, "FAILED");

    assertThat(API.get(lookup()).header("ETag")).isNotEmpty().isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCEEDED", "PARTIAL", "HELD"})
  void offersATagAtOnceAfterACrawlThatWentToItsEnd(String state) {
    var before = tag();
    var crawl = running();
    assertThat(tag()).isEmpty();
    new CrawlRows(API).failure(crawl, "s", "locked_view");

    new RegisteredDataSources(API).endCrawl(id, state);

    assertThat(tag()).isNotIn("", before);
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, locked",
    "CANCELLED, locked",
    "PARTIAL, index_unavailable",
    "HELD, worker_lost",
    "PARTIAL, internal_error",
  })
  void offersNoTagWhileLastRequestsMayBeOnTheirWay(String state, String failure) {
    var before = tag();
    var crawl = running();
    new CrawlRows(API).failure(crawl, "s", "orders", failure);

    new RegisteredDataSources(API).endCrawl(id, state);

    assertThat(tag()).isEmpty();
    new CrawlRows(API).set(crawl, "finished_at = now() - interval '61 seconds'");
    assertThat(tag()).isNotIn("", before);
  }

  private UUID running() {
    API.post("/api/db-credentials/" + id + "/crawls", null);
    new CrawlRows(API).set(newest(), "state = 'RUNNING'", "started_at = now()");
    new CrawlRows(API).set(newest(), PLANNED);
    return newest();
  }

  @Test
  void offersNoTagForWhatIsNotThereOrNotYet() {
    assertThat(API.get(lookup() + "x").status()).isEqualTo(404);
    assertThat(API.get(lookup() + "x").header("ETag")).isEmpty();
    new RegisteredDataSources(API).register(database + "_young");
    var young = API.get("/api/db-schema/?db_name=" + database + "_young");
    assertThat(young.status()).isEqualTo(202);
    assertThat(young.header("ETag")).isEmpty();
  }

  @Test
  void answersFromMemoryUntilACrawlHasEnded() {
    assertThat(API.get(lookup()).text()).contains("before");
    write("after");
    assertThat(API.get(lookup()).text()).as("from memory").contains("before");
    // No process is told.
    new History(API).add(id, "SUCCEEDED", Duration.ZERO);

    assertThat(API.get(lookup()).text()).contains("after");
    assertThat(API.get(schema()).text()).contains("after");
  }

  @Test
  void emptiesEveryProcessWhenACrawlHasFinished() {
    await().atMost(SOON).until(() -> listens(API.bean(MeterRegistry.class)));
    await().atMost(SOON).until(() -> listens(OTHER.getBean(MeterRegistry.class)));
    for (String url : List.of(API.url(), otherUrl())) {
      get(url, lookup(), "");
      get(url, schema(), "");
    }
    var neighbour = new RegisteredDataSources(API).crawled(database + "_neighbour");
    new TestIndex(API).write(neighbour, List.of(table("s", "orders", "id")));
    API.get("/api/db-schema/?db_name=" + database + "_neighbour");
    assertThat(kept(API.bean(AnswerCache.class))).isEqualTo(2);
    assertThat(kept(OTHER.getBean(AnswerCache.class))).isEqualTo(2);

    API.bean(EventPublisher.class).announce(new CrawlFinished(id, newest(), 1, "SUCCEEDED"));

    await().atMost(SOON).until(() -> kept(API.bean(AnswerCache.class)) == 0);
    await().atMost(SOON).until(() -> kept(OTHER.getBean(AnswerCache.class)) == 0);
    assertThat(API.bean(AnswerCache.class).count(neighbour)).isOne();
  }

  @Test
  void showsWhatAnotherProcessHasChangedAtOnce() {
    get(otherUrl(), lookup(), "");
    API.call(
        "PATCH",
        "/api/db-credentials/" + id,
        Map.of("hostname", "moved.example", "password", "secret"));
    assertThat(get(otherUrl(), lookup(), "").text()).contains("moved.example");
    API.call("DELETE", "/api/db-credentials/" + id, null);
    assertThat(get(otherUrl(), lookup(), "").status()).isEqualTo(404);
  }

  /** Else what is kept is forgotten when it begins to. */
  private static boolean listens(MeterRegistry metrics) {
    return metrics.get("gazetteer.finished.crawls.listening").gauge().value() == 1;
  }

  private long kept(AnswerCache answers) {
    return answers.count(id);
  }

  private void write(String column) {
    new TestIndex(API).write(id, List.of(table("s", "orders", column)));
  }

  private UUID newest() {
    return new CrawlRows(API).newest(id);
  }

  private String tag() {
    return API.get(lookup()).header("ETag");
  }

  private String schema() {
    return "/api/db-schema/?db_name=" + database;
  }

  private String lookup() {
    return "/api/search-table/?db_name=" + database + "&table_name=orders";
  }

  private static String otherUrl() {
    return "http://127.0.0.1:" + TestApi.port(OTHER);
  }

  private static Answer lines(String path) {
    return API.send(
        "GET",
        path,
        null,
        Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/x-ndjson"));
  }

  private static Answer get(String url, String path, String known) {
    return API.sendTo(
        url,
        "GET",
        path,
        null,
        Map.of("Authorization", "Bearer " + API.token(), "If-None-Match", known));
  }
}
