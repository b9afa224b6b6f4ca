package io.gazetteer.api.search.hits;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static io.gazetteer.api.testing.Relations.withColumns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.search.Found;
import io.gazetteer.api.search.Truth;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What hits say of themselves: true, and enough, for every kind of query. */
class MatchedIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "quarry_museum");

  private static final List<Relation> RELATIONS =
      List.of(
          typed(
              commented(
                  "gallery",
                  "exhibits",
                  "Pieces on view",
                  "exhibit_id",
                  "title:Provenance and name",
                  "acquired_at",
                  "mailto")),
          table("gallery", "visitors", "cust_no", "birth_date", "gmail", "column_note"),
          table("gallery", "CUST_MST", "CUST_NO", "DOB", "plinth"),
          commented("gallery", "lookup", "provenance of each exhibit", "code"),
          referring("exhibits", table("gallery", "loans", "exhibit_id", "due")),
          as(RelationKind.VIEW, null, table("gallery", "exhibit_totals", "total")),
          as(RelationKind.PARTITIONED_TABLE, null, table("archive", "telegrams", "reading")),
          as(RelationKind.PARTITION, "telegrams", table("archive", "p2023", "reading")),
          as(RelationKind.PARTITION, "telegrams", table("archive", "telegrams_2024", "reading")),
          table("archive", "TelegramDrafts", "plinth_mail"),
          table("cust", "curators", "badge", "desk"),
          table("public", "🗿", "total"),
          table("public", "pots🗿", "shape"));

  private static final Truth TRUTH =
      new Truth(
          RELATIONS,
          Map.of(
              "customer", Set.of("cust"),
              "cust", Set.of("customer"),
              "date", Set.of("dob"),
              "of", Set.of("dob"),
              "birth", Set.of("dob"),
              "dob", Set.of("birth date")));

  private static Relation typed(Relation table) {
    var columns = table.columns();
    return withColumns(
        List.of(
            typed(columns.get(0), "bigint", TypeFamily.INTEGER, true),
            columns.get(1),
            typed(columns.get(2), "timestamp without time zone", TypeFamily.TIME, false),
            columns.get(3)),
        table);
  }

  private static Column typed(Column column, String type, TypeFamily family, boolean key) {
    return new Column(
        column.name(),
        column.position(),
        type,
        null,
        family,
        !key,
        null,
        null,
        column.comment(),
        null,
        null,
        null,
        List.of(),
        key);
  }

  @BeforeAll
  static void index() {
    var source = new RegisteredDataSources(API).crawled("quarry_museum");
    new TestIndex(API).write(source, RELATIONS);
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));
    var vocabulary = API.bean(Vocabulary.class);
    await().until(() -> vocabulary.contains("telegram") && vocabulary.contains("plinth"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Words, all or some of them, in every field.
        "exhibit",
        "exhibits title",
        "exhibit title badge",
        "provenance",
        "provenance exhibit",
        "gallery visitors",
        "museum desk",
        "quarry",
        "exhibits acquired",
        "visitors column",
        "reading telegrams",
        // In other spellings.
        "customer",
        "customer dob",
        "dob",
        "date of birth",
        "visitors customer",
        "curators customer",
        "exhibi",
        "exh tit",
        "telegramdr",
        "mail",
        "plinth mail",
        "exhbits",
        "visitors plnith",
        "CUST_MST",
        "gallery.exhibits",
        // Partitions by their parent's words.
        "telegram 2023",
        "telegrams_2024",
        "p2023",
        "telegrams kind:partition",
        "table:telegrams kind:partition",
        // No words.
        "🗿",
        "\"🗿\"",
        // The language.
        "\"exhibit id\"",
        "\"provenance of\"",
        "\"quarry museum\" OR desk",
        "exhib*",
        "*_no",
        "exhib* OR desk",
        "pots?",
        "badge OR plinth",
        "(exhibit title \"no such\") OR desk",
        "(title exhibits) OR (title \"on view\" badge) OR desk",
        "code (exhibit OR badge)",
        "id (exhibit OR (badge (desk OR code)))",
        "exhibit -title",
        "\"exhibit id\" \"exhibit id\"",
        // Qualifiers, with words and without.
        "db:quarry_museum desk",
        "db:QUARRY_* desk",
        "db:quarry_museum,nowhere",
        "db:nowhere OR desk",
        "schema:gallery id",
        "schema:gall*,archive",
        "schema:archive OR desk",
        "table:exhibits",
        "table:gallery.exhibits table:exhibits",
        "table:exhib*",
        "table:exhibits,curators title",
        "column:title",
        "column:exhibit column:exhibit_id",
        "column:*_no",
        "type:time",
        "type:time,bigint",
        "type:timestamp",
        "kind:view",
        "visitors kind:column",
        "kind:table,column",
        "kind:partition 2024",
        "is:pk",
        "is:fk",
        "is:nullable,pk",
        "has:comment",
        "has:comment type:text",
        "has:comment OR type:time",
        "table:exhibits -type:text",
        "(exhibit type:time) OR badge",
        "type:time OR exhibit"
      })
  void saysOfEachHitWhatIsTrueAndWhy(String text) {
    var plain = FOUND.hits(text);
    var explained = FOUND.search(text, "&limit=100&explain=true").json().path("hits");

    assertThat(plain).isNotEmpty();
    assertThat(explained.valueStream().map(hit -> hit.path("matched")))
        .isEqualTo(plain.stream().map(hit -> hit.path("matched")).toList());
    for (JsonNode hit : explained) {
      assertThat(hit.path("matched")).as(hit.toString()).isNotEmpty();
      assertThat(hit.path("matched"))
          .allSatisfy(match -> assertThat(TRUTH.holds(hit, match)).as(match + " " + hit).isTrue());
      addsUp(hit);
      marks(hit, "name");
      marks(hit, "comment");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-exhibit", "-exhibit -schema:archive", "--desk", "desk OR -schema:gallery"})
  void saysWhyAHitHasNothing(String text) {
    var hits = FOUND.search(text, "&limit=100&explain=true").json().path("hits");

    assertThat(hits).isNotEmpty();
    hits.forEach(MatchedIT::addsUp);
    assertThat(hits)
        .anySatisfy(
            hit ->
                assertThat(hit.path("explanation").toString())
                    .contains("it has nothing of what must not be"));
  }

  @Test
  void saysInWhichFieldsPartitionsAndTablesAreFound() {
    assertThat(matched("telegram 2023", "archive.p2023"))
        .containsExactly("telegram parent exact", "2023 name exact");
    assertThat(matched("visitors customer", "gallery.visitors"))
        .containsExactly("visitor name exact", "customer columns abbreviation");
    assertThat(matched("cust plnith", "gallery.CUST_MST"))
        .containsExactly("cust name exact", "cust columns exact", "plnith columns typo");
  }

  private static List<String> matched(String text, String name) {
    return FOUND
        .hit(text, name)
        .path("matched")
        .valueStream()
        .map(
            match ->
                match.path("word").asString()
                    + " "
                    + match.path("field").asString()
                    + " "
                    + match.path("how").asString())
        .toList();
  }

  private static void addsUp(JsonNode hit) {
    var reasons = hit.path("explanation");
    double sum = reasons.valueStream().mapToDouble(one -> one.path("points").asDouble()).sum();

    assertThat(reasons).isNotEmpty();
    assertThat(reasons.valueStream().map(one -> one.path("reason").asString()))
        .allMatch(reason -> !reason.isBlank());
    assertThat(sum).as(hit.toString()).isCloseTo(hit.path("score").asDouble(), within(0.1));
  }

  /** Spans lie in the text, and there are some exactly if something was found in it. */
  private static void marks(JsonNode hit, String field) {
    var text = TRUTH.texts(hit, field).findFirst().orElseThrow();
    var spans = hit.at("/highlights/" + field);

    for (JsonNode span : spans) {
      assertThat(span.path(0).asInt()).isBetween(0, span.path(1).asInt() - 1);
      assertThat(span.path(1).asInt()).isLessThanOrEqualTo(text.length());
    }
    var found =
        hit.path("matched")
            .valueStream()
            .filter(match -> match.path("field").asString().equals(field))
            .toList();
    assertThat(spans.isEmpty()).as(hit.toString()).isEqualTo(found.isEmpty());
    var marked = spans.valueStream().map(span -> marked(text, span)).toList();
    assertThat(found)
        .allSatisfy(match -> assertThat(covers(marked, match)).as(match + " " + hit).isTrue());
  }

  private static String marked(String text, JsonNode span) {
    return text.substring(span.path(0).asInt(), span.path(1).asInt());
  }

  private static boolean covers(List<String> marked, JsonNode match) {
    var word = match.path("word").asString();
    var how = match.path("how").asString();
    return switch (how) {
      case "substring" -> marked.stream().anyMatch(part -> part.equalsIgnoreCase(word));
      // Several words may stand for one.
      case "abbreviation" -> TRUTH.isIn(String.join(" ", marked), word, how);
      default -> marked.stream().anyMatch(part -> TRUTH.isIn(part, word, how));
    };
  }
}
