package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.api.search.question.AskedText;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.Relation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whoever pages sees what there was at the first page, whatever is learnt meanwhile. */
class SteadyWalkIT {
  private static final TestApi API = TestApi.shared();
  private static final String ABBREVIATIONS = "/api/abbreviations";

  private UUID source = new UUID(0, 0);
  private Found found = new Found(API, "");
  private String word = "";

  /** Tables that are found as an abbreviation, as typed, and as a part of a word. */
  @BeforeEach
  void index() {
    word = "brak" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    var name = word.replace("brak", "walk");
    source = new RegisteredDataSources(API).crawled(name);
    found = new Found(API, name);
    new TestIndex(API).write(source, tables("bq", word, "ur" + word));
    learn("ur" + word);
    abbreviate("bq");
  }

  @AfterEach
  void reset() {
    assertThat(API.call("DELETE", ABBREVIATIONS, null).status()).isEqualTo(204);
  }

  private static List<Relation> tables(String... words) {
    return Stream.of(words)
        .flatMap(
            word ->
                IntStream.range(0, 9)
                    .mapToObj(i -> table("s" + i, word + "_heap_" + (char) ('a' + i))))
        .toList();
  }

  private static void learn(String newWord) {
    API.bean("vocabularyRefresh", FinishedCrawlListener.class).crawlsMissed();
    await().until(() -> API.bean(Vocabulary.class).contains(newWord));
  }

  private void abbreviate(String shortForm) {
    var entry = Map.of("short", shortForm, "long", List.of(word));
    var answer = API.call("PUT", ABBREVIATIONS, Map.of("abbreviations", List.of(entry)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** What was an abbreviation is none, and there are more words that hold the one looked for. */
  private void learnMore() {
    abbreviate("bqx");
    new TestIndex(API).write(source, tables("bqx", "eur" + word));
    learn("eur" + word);
  }

  @Test
  void whileVocabularyAndAbbreviationsChange() {
    var all = found.names(word);
    assertThat(all).hasSize(27).contains("s0.bq_heap_a");
    var first = found.search(word, "&limit=4");
    learnMore();

    var seen = new ArrayList<>(Found.names(first));
    seen.addAll(found.walk(word, "&limit=4", first.json().path("next_cursor").asString()));

    assertThat(seen).isEqualTo(all);
    assertThat(found.names(word)).hasSize(36).doesNotContain("s0.bq_heap_a");
  }

  @Test
  void whileTablesAreDropped() {
    var all = found.names(word);
    var first = found.search(word, "&limit=4");
    new TestIndex(API).remove(source, tables(word));

    var seen = new ArrayList<>(Found.names(first));
    seen.addAll(found.walk(word, "&limit=4", first.json().path("next_cursor").asString()));

    assertThat(seen).isEqualTo(all);
    assertThat(found.names(word)).hasSize(18);
  }

  @Test
  void ofAWordThatNobodyKnewAndThatIsKnownNow() {
    var typo = word + "z";
    var all = found.search(typo, "&limit=100");
    assertThat(Found.names(all)).hasSizeGreaterThanOrEqualTo(18);
    var first = found.search(typo, "&limit=4");
    new TestIndex(API).write(source, tables(typo));
    learn(typo);

    var next = first.json().path("next_cursor").asString();
    var seen = new ArrayList<>(Found.names(first));
    seen.addAll(found.walk(typo, "&limit=4", next));

    assertThat(seen).isEqualTo(Found.names(all));
    assertThat(found.search(typo, "&limit=4&cursor=" + next).json().path("did_you_mean"))
        .isEqualTo(first.json().path("did_you_mean"));
  }

  @Test
  void exportsWhileVocabularyAndAbbreviationsChange() throws IOException {
    var all = found.names(word);
    var request =
        new SearchRequest(
            AskedText.read(word, AskedText.Way.NAMES),
            SearchedKinds.ALL,
            Map.of(Fields.DATA_SOURCE_ID, List.of(source.toString())),
            4,
            false,
            false);
    var hits = API.bean(SearchExport.class).start(request);
    var lines =
        new ByteArrayOutputStream() {
          private int pages;

          @Override
          public void flush() {
            if (++pages == 1) {
              learnMore();
            }
          }
        };
    hits.writeTo(lines);

    assertThat(
            lines
                .toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .map(Found::name))
        .containsExactlyElementsOf(all);
  }
}
