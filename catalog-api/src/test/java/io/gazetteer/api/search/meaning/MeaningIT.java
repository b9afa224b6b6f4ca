package io.gazetteer.api.search.meaning;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.search.Found;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Questions, answered by what tables mean, in a process that does so beside one that does not. */
class MeaningIT {
  private static final TestApi OFF = TestApi.shared();
  private static UUID source = new UUID(0, 0);
  private static boolean loadedWhileOff = true;
  private static ConfigurableApplicationContext context = new GenericApplicationContext();
  private static Found found = new Found(OFF, "");

  @BeforeAll
  static void start() throws IOException {
    source = new RegisteredDataSources(OFF).crawled("meaning_lab");
    new TestIndex(OFF)
        .write(
            source,
            List.of(
                table("fin", "invoices", "invoice_no", "payment_status", "due_on", "amount"),
                table("fin", "ledger_accounts", "account_no", "balance"),
                table("hr", "employees", "first_name", "surname", "salary", "hired_on"),
                table("hr", "holidays", "begins_on", "ends_on", "kind_of_absence"),
                table("geo", "cities", "city_name", "population", "country"),
                table("geo", "harbours", "harbour_name", "depth")));
    Found.names(new Found(OFF, "meaning_lab").search("Which bills are still unpaid?", ""));
    loadedWhileOff = Files.readString(Path.of("/proc/self/maps")).contains("onnxruntime");
    var settings = TestApi.settings();
    settings.put("gazetteer.search.meaning", "on");
    context = TestApi.start(settings);
    found = new Found(TestApi.of(context), "meaning_lab");
    make();
  }

  private static void make() {
    context
        .getBean(VectorMaking.class)
        .crawlFinished(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));
    var keys = context.getBean(TableTexts.class).keys(Optional.of(source));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> context.getBean(TableVectors.class).missing(keys).isEmpty());
    assertThat(keys).hasSize(6);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void loadsNothingWhereItIsOff() {
    assertThat(loadedWhileOff).isFalse();
    assertThat(OFF.bean(Meanings.class).of("bills")).isEmpty();
    assertThat(OFF.bean(VectorMaking.class).isRunning()).isFalse();
  }

  @Test
  void findsWhatIsMeantAndSaysSo() {
    var answer = found.search("Which bills are still unpaid?", "&explain=true").json();
    var first = answer.at("/hits/0");

    assertThat(Found.name(first)).isEqualTo("fin.invoices");
    assertThat(first.path("matched").toString())
        .contains("\"field\":\"about\",\"how\":\"meaning\"");
    assertThat(answer.path("unmatched").toString()).contains("bill", "unpaid");
    for (JsonNode hit : answer.path("hits")) {
      double sum =
          hit.path("explanation").valueStream().mapToDouble(r -> r.path("points").asDouble()).sum();
      assertThat(sum).as(hit.toString()).isCloseTo(hit.path("score").asDouble(), within(0.001));
    }
  }

  @Test
  void putsNoneAboveATableThatHasTheWords() {
    var hits = found.search("What is the depth of the harbours?", "").json().path("hits");
    var names = new ArrayList<String>();
    hits.forEach(hit -> names.add(Found.name(hit)));

    assertThat(names).startsWith("geo.harbours");
    assertThat(hits.path(0).path("matched").toString()).doesNotContain("meaning");
  }

  @Test
  void answersNamesThatNothingHas() {
    assertThat(found.names("unpaid bills")).startsWith("fin.invoices");
    assertThat(found.names("staff pay")).contains("hr.employees");
    var hits = found.search("harbour bills", "&explain=true").json().path("hits");
    assertThat(Found.name(hits.path(0))).startsWith("geo.harbours");
    assertThat(found.names("harbour depth")).noneMatch(name -> name.startsWith("fin."));
  }

  @Test
  void bringsNothingWhenNothingIsNear() {
    assertThat(found.names("Which volcanoes erupted under glaciers?")).isEmpty();
  }

  @Test
  void takesConditions() {
    assertThat(found.names("Which bills are still unpaid? schema:hr")).isEmpty();
    assertThat(found.names("How much do the workers earn? schema:hr"))
        .startsWith("hr.employees")
        .allMatch(name -> name.startsWith("hr."));
  }

  @Test
  void makesNoVectorTwice() {
    var made = madeAt();
    assertThat(made).hasSize(6);
    make();
    assertThat(madeAt()).isEqualTo(made);

    // As after a restart.
    context.getBean(TableVectors.class).keep(Set.of());
    make();
    assertThat(madeAt()).isEqualTo(made);
    assertThat(found.names("Which bills are still unpaid?")).startsWith("fin.invoices");
  }

  private static List<OffsetDateTime> madeAt() {
    var keys = context.getBean(TableTexts.class).keys(Optional.of(source));
    return context
        .getBean(JdbcClient.class)
        .sql("select made_at from table_vector where fold_key in (:keys) order by fold_key")
        .param("keys", keys)
        .query(OffsetDateTime.class)
        .list();
  }
}
