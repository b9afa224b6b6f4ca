package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The language of searches, tried on documents. */
class QueryLanguageIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "language_lab");
  private static final int HOSTILE = 2000;

  @BeforeAll
  static void index() {
    new TestIndex(API)
        .write(
            new RegisteredDataSources(API).crawled("language_lab"),
            List.of(
                commented("lab", "samples", "Everything taken", "id", "taken_at:When it was taken"),
                table("lab", "sample_runs", "run_id", "sample_id", "lamp_state"),
                table("office", "staff_members", "badge_id", "desk"),
                as(RelationKind.VIEW, null, table("office", "staff_samples", "total")),
                table("ÄMTER", "STRASSEN_ÜBERSICHT", "GRÖSSE"),
                table("GRÖSSEn_АБв", "massstab"),
                receipts()));
  }

  @Test
  void takesPhrasesAsTheyStand() {
    assertThat(FOUND.names("\"sample run\"")).containsExactly("lab.sample_runs");
    assertThat(FOUND.names("\"run sample\"")).isEmpty();
    assertThat(FOUND.names("\"was taken\"")).containsExactly("lab.samples.taken_at");
    assertThat(FOUND.hits("\"was taken\"").getFirst().at("/highlights/comment").toString())
        .isEqualTo("[[8,17]]");
  }

  @Test
  void leavesOutWhatFollowsAMinus() {
    assertThat(FOUND.names("sample -run"))
        .contains("lab.samples", "office.staff_samples")
        .noneMatch(name -> name.contains("run"));
    assertThat(FOUND.names("sample -schema:office")).allMatch(name -> name.startsWith("lab."));
  }

  @Test
  void findsEitherOfTwoWithEqualRight() {
    assertThat(FOUND.names("desk OR lamp state"))
        .contains("office.staff_members.desk", "lab.sample_runs.lamp_state");
    assertThat(FOUND.names("id (badge OR run)"))
        .contains("office.staff_members.badge_id", "lab.sample_runs.run_id")
        .doesNotContain("lab.samples.id");
  }

  @Test
  void fitsPatternsToWholeNames() {
    assertThat(FOUND.names("SAMPLE*")).contains("lab.samples", "lab.sample_runs");
    assertThat(FOUND.names("*_id"))
        .containsExactlyInAnyOrder(
            "lab.sample_runs.run_id", "lab.sample_runs.sample_id", "office.staff_members.badge_id");
    assertThat(FOUND.names("ru?_id")).containsExactly("lab.sample_runs.run_id");
    assertThat(FOUND.names("ru\\*_id")).isEmpty();
    assertThat(FOUND.names("*_übersicht")).containsExactly("ÄMTER.STRASSEN_ÜBERSICHT");
    assertThat(FOUND.names("grÖSS?")).containsExactly("ÄMTER.STRASSEN_ÜBERSICHT.GRÖSSE");
    assertThat(FOUND.names("schema:ämter kind:table")).containsExactly("ÄMTER.STRASSEN_ÜBERSICHT");
    assertThat(FOUND.names("schema:größeN_абВ")).containsExactly("GRÖSSEn_АБв.massstab");
    assertThat(FOUND.names("schema:gröss*_абВ")).containsExactly("GRÖSSEn_АБв.massstab");
    assertThat(FOUND.names("schema:äm* kind:column"))
        .containsExactly("ÄMTER.STRASSEN_ÜBERSICHT.GRÖSSE");
  }

  @Test
  void narrowsByQualifiers() {
    assertThat(FOUND.names("table:samples"))
        .contains("lab.samples", "lab.samples.id", "lab.samples.taken_at");
    assertThat(FOUND.names("table:samples").getFirst()).startsWith("lab.samples");
    assertThat(FOUND.names("table:lab.samples id")).startsWith("lab.samples.id");
    assertThat(FOUND.names("column:id")).startsWith("lab.samples.id").doesNotContain("lab.samples");
    assertThat(FOUND.names("schema:OFFICE kind:view")).containsExactly("office.staff_samples");
    assertThat(FOUND.names("schema:la*,nowhere kind:table"))
        .containsExactlyInAnyOrder("lab.samples", "lab.sample_runs");
    assertThat(FOUND.names("has:comment"))
        .containsExactlyInAnyOrder("lab.samples", "lab.samples.taken_at");
    assertThat(FOUND.names("type:text table:staff_members"))
        .containsExactlyInAnyOrder("office.staff_members.badge_id", "office.staff_members.desk");
    assertThat(FOUND.names("type:uuid")).isEmpty();
    assertThat(FOUND.names("is:nullable column:desk")).containsExactly("office.staff_members.desk");
    assertThat(FOUND.names("is:pk table:samples")).isEmpty();
    assertThat(FOUND.names("db:LANGUAGE_* desk")).startsWith("office.staff_members.desk");
    assertThat(FOUND.names("db:nowhere desk")).isEmpty();
  }

  @Test
  void narrowsByTypesAndTheirParameters() {
    assertThat(types("varchar")).containsExactlyInAnyOrder("code", "note");
    assertThat(types("varchar(120)")).containsExactly("code");
    assertThat(types("VARCHAR(12)")).isEmpty();
    assertThat(types("decimal(10,2)")).containsExactly("amount");
    assertThat(types("\"numeric(10, 2)\"")).containsExactly("amount");
    assertThat(types("numeric(10,3)")).isEmpty();
    assertThat(types("\"timestamp with time zone\"")).containsExactly("at");
    assertThat(types("timestamptz,bigint")).containsExactlyInAnyOrder("at", "id", "buyer");
    assertThat(types("timestamp(3)")).containsExactly("at");
    assertThat(types("time,decimal")).containsExactlyInAnyOrder("at", "amount");
    assertThat(types("char")).isEmpty();
  }

  @Test
  void narrowsByKeys() {
    assertThat(receiptsWith("is:pk")).containsExactly("id");
    assertThat(receiptsWith("is:fk")).containsExactly("buyer");
    assertThat(receiptsWith("is:unique")).containsExactly("code");
    assertThat(receiptsWith("is:nullable")).containsExactly("note");
    assertThat(receiptsWith("is:pk,fk")).containsExactlyInAnyOrder("id", "buyer");
    assertThat(receiptsWith("-is:pk -is:fk -is:nullable -is:unique kind:column"))
        .containsExactlyInAnyOrder("amount", "at");
  }

  private static List<String> types(String type) {
    return receiptsWith("type:" + type);
  }

  private static List<String> receiptsWith(String text) {
    return FOUND.names("schema:till " + text).stream()
        .map(name -> name.substring("till.receipts.".length()))
        .toList();
  }

  private static Relation receipts() {
    return new Relation(
        "till",
        "receipts",
        RelationKind.TABLE,
        null,
        null,
        List.of(
            column("id", "bigint", TypeFamily.INTEGER),
            column("code", "character varying(120)", TypeFamily.TEXT),
            column("note", "character varying(2000)", TypeFamily.TEXT),
            column("amount", "numeric(10,2)", TypeFamily.DECIMAL),
            column("at", "timestamp(3) with time zone", TypeFamily.TIME),
            column("buyer", "bigint", TypeFamily.INTEGER)),
        Relation.PrimaryKey.of("pk", List.of("id")),
        List.of(Relation.UniqueConstraint.of("uq", List.of("code"))),
        List.of(
            Relation.ForeignKey.of(
                "fk",
                List.of("buyer"),
                "office",
                "staff_members",
                List.of("badge_id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION)),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  private static Column column(String name, String type, TypeFamily family) {
    boolean isNullable = name.equals("note");
    return new Column(
        name,
        1,
        type,
        null,
        family,
        isNullable,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        name.equals("id"));
  }

  @Test
  void saysWhereAQueryGoesWrongAndWhatWouldBeRight() {
    var answer = FOUND.search("sample owner:me", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("query_mistake");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("q");
    assertThat(answer.json().at("/errors/0/position").asInt()).isEqualTo(7);
    assertThat(answer.json().at("/errors/0/hint").asString()).contains("schema:");
  }

  @Test
  void filtersByRepeatedParameters() {
    assertThat(Found.names(FOUND.search("sample", "&schema=lab&schema=office&kind=table")))
        .contains("lab.samples", "office.staff_samples");
    assertThat(Found.names(FOUND.search("sample", "&type_family=text&type_family=uuid")))
        .allMatch(name -> name.split("\\.", -1).length == 3)
        .isNotEmpty();
  }

  /** Two thousand strings of what breaks query languages: none may hurt, each must be quick. */
  @Test
  void answersHostileTextsWithoutHarm() {
    var pieces =
        List.of(
            "*",
            "?",
            "a*",
            "*a",
            "(",
            ")",
            "\"",
            "-",
            "OR ",
            " OR",
            "AND ",
            "/.*/",
            "[a TO b]",
            "~9",
            "^99",
            "\\",
            ":",
            "a:b",
            "schema:",
            "type:x",
            "table:*a*b*",
            "is:pk",
            "\0",
            "💥",
            "\u202e",
            "_id:1",
            "{\"match_all\":{}}",
            "' or 1=1",
            "((((",
            "----",
            "a?*b?*",
            "ﷺ",
            "é\u0301\u0301",
            " ",
            " ",
            "sample",
            "id",
            "0x",
            "%00",
            "${jndi:x}",
            "<script>",
            "\ud800",
            "aaaaaaaaaaaaaaaa");
    IntStream.range(0, HOSTILE)
        .parallel()
        .forEach(
            seed -> {
              var text = text(pieces, new Random(seed));
              long start = System.nanoTime();
              var answer = FOUND.search(text, "&limit=1");
              assertThat(answer.status()).as(text + " " + answer).isIn(200, 400);
              assertThat(Duration.ofNanos(System.nanoTime() - start))
                  .as(text)
                  .isLessThan(Duration.ofSeconds(5));
            });
  }

  private static String text(List<String> pieces, Random random) {
    var text = new StringBuilder();
    int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 8);
    for (int piece = 0; piece < length; piece++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
