package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before what. */
class RankingIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "ranking_depot");

  @BeforeAll
  static void index() {
    var source = new RegisteredDataSources(API).crawled("ranking_depot");
    var relations = new ArrayList<Relation>();
    relations.add(table("a", "parcel_status", "x"));
    relations.add(table("a", "ParcelStatuses", "x"));
    relations.add(table("a", "status_parcel", "x"));
    relations.add(table("a", "parcel_status_history_log", "x"));
    relations.add(table("a", "parcels", "status", "weight"));
    relations.add(table("a", "old_parcel_status_codes", "x"));
    relations.add(commented("a", "lookup", "status of each parcel, as the trancel says", "x"));
    relations.add(table("b", "Widget", "x"));
    relations.add(table("b", "widget", "x"));
    relations.add(table("b", "widget_part", "x"));
    relations.add(table("b", "blue_widget_part", "x"));
    relations.add(table("c", "hub_one", "id"));
    relations.add(table("c", "hub_two", "id"));
    relations.add(table("c", "spokes", "main_hub_ref"));
    IntStream.range(0, 4)
        .forEach(i -> relations.add(referring("hub_two", table("c", "spoke" + i, "ref"))));
    relations.add(as(RelationKind.PARTITIONED_TABLE, null, table("d", "telemetry", "reading")));
    IntStream.range(1, 6)
        .mapToObj(i -> table("d", "telemetry_2024_0" + i, "reading"))
        .forEach(part -> relations.add(as(RelationKind.PARTITION, "telemetry", part)));
    relations.add(
        as(RelationKind.PARTITION, "telemetry", table("d", "telemetry_telemetry", "reading")));
    relations.add(table("e", "CUST_MST", "CUST_NO", "DOB", "ADDR"));
    relations.add(table("e", "tranzel", "x"));
    relations.add(table("e", "person", "birth_date", "gmail"));
    new TestIndex(API).write(source, relations);
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));
    var vocabulary = API.bean(Vocabulary.class);
    await().until(() -> vocabulary.contains("telemetry") && vocabulary.contains("gmail"));
  }

  @Test
  void ranksBySpellingThenBeginningThenPlacesOfWords() {
    assertThat(FOUND.names("parcel_status"))
        .startsWith(
            "a.parcel_status",
            "a.ParcelStatuses",
            "a.status_parcel",
            "a.parcel_status_history_log",
            "a.parcels.status",
            "a.old_parcel_status_codes",
            "a.parcels",
            "a.lookup");
  }

  @Test
  void ranksHitsWithAllWordsOverHitsWithSome() {
    var names = FOUND.names("parcel status weight");

    assertThat(names.getFirst()).isEqualTo("a.parcels");
    assertThat(names).contains("a.parcels.weight", "a.parcel_status");
  }

  @Test
  void ranksTheSpellingOfTheCallerFirst() {
    assertThat(FOUND.names("Widget")).startsWith("b.Widget", "b.widget");
    assertThat(FOUND.names("widget")).startsWith("b.widget", "b.Widget");
    assertThat(FOUND.names("b.WIDGET_part")).startsWith("b.widget_part");
    assertThat(FOUND.names("parcels.weight")).startsWith("a.parcels.weight");
  }

  @Test
  void ranksShortNamesOverLongOnes() {
    assertThat(FOUND.names("widget part"))
        .containsSubsequence("b.widget_part", "b.blue_widget_part");
    assertThat(FOUND.names("parcel"))
        .containsSubsequence("a.parcels", "a.parcel_status", "a.parcel_status_history_log");
  }

  @Test
  void ranksTablesThatOthersReferToALittleHigher() {
    assertThat(FOUND.names("hub")).containsSubsequence("c.hub_two", "c.hub_one");
  }

  @Test
  void foldsPartitionsIntoTheirParent() {
    assertThat(FOUND.names("telemetry")).containsExactly("d.telemetry");
    assertThat(FOUND.hit("telemetry", "d.telemetry").path("partitions").asInt()).isEqualTo(6);
    assertThat(FOUND.hit("hub", "c.hub_one").has("partitions")).isFalse();
    assertThat(FOUND.names("telemetry reading")).startsWith("d.telemetry.reading");
    assertThat(FOUND.names("telemetry reading")).doesNotContain("d.telemetry_2024_01");
    assertThat(FOUND.names("telemetry 2024 03").getFirst()).isEqualTo("d.telemetry_2024_03");
    assertThat(FOUND.names("telemetry_2024_03").getFirst()).isEqualTo("d.telemetry_2024_03");
  }

  @Test
  void findsPartitionsThatAreAskedFor() {
    assertThat(FOUND.names("telemetry kind:partition"))
        .hasSize(6)
        .contains("d.telemetry_telemetry", "d.telemetry_2024_01");
    assertThat(FOUND.names("table:telemetry kind:partition")).hasSize(6);
    assertThat(Found.names(FOUND.search("telemetry", "&kind=partition"))).hasSize(6);
    assertThat(FOUND.names("table:telemetry"))
        .containsExactly("d.telemetry", "d.telemetry.reading");
    assertThat(Found.names(FOUND.search("table:\"telemetry 2024\"", "&fold=false"))).hasSize(5);
    assertThat(FOUND.names("telemetry_telemetry")).contains("d.telemetry_telemetry");
  }

  @Test
  void findsTheColumnsOfATableThatAreAskedFor() {
    assertThat(FOUND.names("parcels type:text"))
        .contains("a.parcels.status", "a.parcels.weight")
        .doesNotContain("a.parcels");
    assertThat(FOUND.names("parcels is:nullable")).contains("a.parcels.weight");
    assertThat(FOUND.names("parcels kind:column")).contains("a.parcels.weight");
    assertThat(FOUND.names("parcels column:weight")).containsExactly("a.parcels.weight");
    assertThat(Found.names(FOUND.search("parcels", "&kind=column"))).contains("a.parcels.weight");
    assertThat(Found.names(FOUND.search("parcels", "&type_family=text")))
        .contains("a.parcels.weight");
    assertThat(FOUND.names("parcels OR (widget type:text)"))
        .contains("a.parcels", "b.widget.x")
        .doesNotContain("a.parcels.weight");
    assertThat(FOUND.names("parcels")).doesNotContain("a.parcels.weight");
    assertThat(FOUND.names("hub kind:column"))
        .containsSubsequence("c.spokes.main_hub_ref", "c.hub_one.id");
    assertThat(FOUND.names("table:parcel"))
        .containsSubsequence("a.old_parcel_status_codes", "a.parcels.weight");
  }

  @Test
  void understandsAbbreviations() {
    assertThat(FOUND.names("customer")).startsWith("e.CUST_MST").contains("e.CUST_MST.CUST_NO");
    assertThat(FOUND.names("date of birth")).contains("e.CUST_MST.DOB", "e.person.birth_date");
    assertThat(FOUND.names("customer address")).startsWith("e.CUST_MST.ADDR");
    var hit = FOUND.hit("customer dob", "e.CUST_MST.DOB");
    assertThat(hit.path("matched").toString())
        .contains("{\"word\":\"customer\",\"field\":\"table\",\"how\":\"abbreviation\"}")
        .contains("{\"word\":\"dob\",\"field\":\"name\",\"how\":\"exact\"}");
  }

  @Test
  void findsNamesByTheirBeginningWhateverTheirWords() {
    assertThat(FOUND.names("parcelst")).startsWith("a.ParcelStatuses");
    assertThat(FOUND.hit("parcelst", "a.ParcelStatuses").at("/highlights/name").toString())
        .isEqualTo("[[0,8]]");
  }

  @Test
  void forgivesTyposOnlyInWordsThatAreNotThere() {
    var answer = FOUND.search("telemtry", "");
    assertThat(Found.names(answer)).startsWith("d.telemetry");
    assertThat(answer.json().path("did_you_mean").asString()).isEqualTo("telemetry");
    assertThat(FOUND.hit("telemtry", "d.telemetry").path("matched").toString())
        .contains("{\"word\":\"telemtry\",\"field\":\"name\",\"how\":\"typo\"}");
    assertThat(FOUND.hit("telemtry", "d.telemetry").at("/highlights/name").toString())
        .isEqualTo("[[0,9]]");

    assertThat(FOUND.search("widget", "").json().path("did_you_mean").isNull()).isTrue();
    assertThat(FOUND.names("pracel weigth")).startsWith("a.parcels.weight");
  }

  @Test
  void takesWordsOfCommentsAndDatabasesForRight() {
    var answer = FOUND.search("trancel", "");
    assertThat(answer.json().path("did_you_mean").isNull()).isTrue();
    assertThat(Found.names(answer)).containsExactly("a.lookup", "e.tranzel");
    assertThat(FOUND.search("trangel", "").json().path("did_you_mean").asString())
        .isEqualTo("tranzel");
  }

  @Test
  void findsPartsOfWordsLast() {
    assertThat(FOUND.names("mail")).contains("e.person.gmail");
    assertThat(FOUND.hit("mail", "e.person.gmail").at("/highlights/name").toString())
        .isEqualTo("[[1,5]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parcel status",
        "widget",
        "telemtry",
        "mail",
        "\"parcel status\"",
        "customer dob",
        "parc*",
        "table:parcels status",
        "parcel status OR widget",
        "weight (parcel OR widget)"
      })
  void explainsScoresToTheLastPoint(String text) {
    var hits = FOUND.search(text, "&explain=true").json().path("hits").valueStream().toList();

    assertThat(hits).isNotEmpty();
    for (var hit : hits) {
      double sum =
          hit.path("explanation")
              .valueStream()
              .mapToDouble(reason -> reason.path("points").asDouble())
              .sum();
      assertThat(sum).as(hit.toString()).isCloseTo(hit.path("score").asDouble(), within(0.5));
      assertThat(hit.at("/explanation/0/reason").asString()).isNotBlank();
    }
    assertThat(FOUND.hits(text).getFirst().has("explanation")).isFalse();
  }

  @Test
  void findsADatabaseByItsNameAsAWeakWord() {
    assertThat(Found.names(API.get("/api/search/?q=ranking+depot+gmail")))
        .startsWith("e.person.gmail");
    assertThat(FOUND.names("depot parcels")).startsWith("a.parcels");
  }
}
