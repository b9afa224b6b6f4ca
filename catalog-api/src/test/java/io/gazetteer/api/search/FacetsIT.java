package io.gazetteer.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.Relations;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Facets, held against what is in two databases of many schemas. */
class FacetsIT {
  private static final TestApi API = TestApi.shared();
  private static final int LISTED = 20;
  private static final int SCHEMAS = 60;
  private static final List<TypeFamily> FAMILIES =
      List.of(TypeFamily.TEXT, TypeFamily.INTEGER, TypeFamily.INTEGER, TypeFamily.TIME);
  private static final List<Document> THERE = new ArrayList<>();

  /**
   * What was indexed.
   *
   * @param relation the kind of a table; null for a column
   */
  record Document(
      String source, String schema, @Nullable RelationKind relation, @Nullable TypeFamily family) {

    boolean isColumn() {
      return relation == null;
    }
  }

  /** Parameters, and the documents they leave. */
  record Case(String parameters, Predicate<Document> leaves) {}

  @BeforeAll
  static void index() {
    var many = new ArrayList<Relation>();
    for (int schema = 0; schema < SCHEMAS; schema++) {
      many.add(relation(RelationKind.VIEW, name(schema), "quagga_totals", 0));
      many.add(relation(RelationKind.VIEW, name(schema), "quagga_years", 0));
    }
    // Of the tables one of the rarest schemas, of the columns the most frequent one.
    many.add(relation(RelationKind.TABLE, "zoo", "quagga_herds", 45));
    index("facets_many", many);
    index(
        "facets_few",
        List.of(
            relation(RelationKind.TABLE, name(7), "quagga_births", 3),
            relation(RelationKind.FOREIGN_TABLE, "Zoo", "quagga_feeds", 5)));
  }

  private static String name(int schema) {
    return "herd_%02d".formatted(schema);
  }

  private static Relation relation(RelationKind kind, String schema, String name, int columns) {
    var bare = Relations.as(kind, null, Relations.table(schema, name));
    return Relations.withColumns(
        IntStream.range(0, columns).mapToObj(FacetsIT::column).toList(), bare);
  }

  private static Column column(int number) {
    var family = FAMILIES.get(number % FAMILIES.size());
    return new Column(
        "quagga_" + number,
        number + 1,
        "a_type",
        null,
        family,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        false);
  }

  private static void index(String database, List<Relation> relations) {
    UUID source = new RegisteredDataSources(API).crawled(database);
    new TestIndex(API).write(source, relations);
    for (Relation relation : relations) {
      THERE.add(new Document(source.toString(), relation.schema(), relation.kind(), null));
      for (Column column : relation.columns()) {
        THERE.add(new Document(source.toString(), relation.schema(), null, column.typeFamily()));
      }
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("", document -> true),
        new Case("&kind=table", document -> !document.isColumn()),
        new Case("&kind=column", Document::isColumn),
        new Case("&kind=View", document -> document.relation() == RelationKind.VIEW),
        new Case(
            "&kind=foreign_table", document -> document.relation() == RelationKind.FOREIGN_TABLE),
        new Case("&kind=partition", document -> false),
        new Case("&schema=zoo", document -> document.schema().equals("zoo")),
        new Case(
            "&schema=zoo&schema=herd_07",
            document -> List.of("zoo", "herd_07").contains(document.schema())),
        new Case("&schema=herd_07&kind=view", leaves("herd_07", RelationKind.VIEW)),
        new Case("&type_family=integer", document -> document.family() == TypeFamily.INTEGER),
        new Case(
            "&type_family=text&type_family=time&schema=zoo",
            document ->
                document.schema().equals("zoo")
                    && document.isColumn()
                    && document.family() != TypeFamily.INTEGER),
        new Case("&type_family=uuid", document -> false));
  }

  private static Predicate<Document> leaves(String schema, RelationKind kind) {
    return document -> document.schema().equals(schema) && document.relation() == kind;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsWhatIsReallyThere(Case narrowed) {
    assertFacets(
        search("&db_name=facets_many&db_name=facets_few" + narrowed.parameters()),
        THERE.stream().filter(narrowed.leaves()).toList());
  }

  @Test
  void countsOneDatabaseOnly() {
    var few = source("facets_few");

    assertFacets(
        search("&db_name=facets_few"),
        THERE.stream().filter(document -> document.source().equals(few)).toList());
  }

  @Test
  void namesDatabases() {
    assertThat(search("&db_name=facets_few").at("/facets/database/0/label").asString())
        .isEqualTo("facets_few");
  }

  @Test
  void takesEveryValueOfAFacetForAFilter() {
    var parameters = Map.of("database", "id");
    var all = search("&db_name=facets_many&db_name=facets_few").path("facets");
    for (var facet : all.properties()) {
      var parameter = parameters.getOrDefault(facet.getKey(), facet.getKey());
      for (JsonNode value : facet.getValue()) {
        var narrowed =
            search(
                "&db_name=facets_many&db_name=facets_few&%s=%s"
                    .formatted(parameter, value.path("value").asString()));
        assertThat(narrowed.at("/total/value").asLong())
            .as("%s=%s", parameter, value)
            .isEqualTo(value.path("count").asLong());
      }
    }
  }

  @Test
  void saysWhichKindsThereAre() {
    var answer = API.get("/api/search/?q=x&kind=index");

    assertThat(answer.wrongFields()).containsExactly("kind");
    assertThat(answer.text()).contains("column", "materialized_view");
  }

  @Test
  void countsOnTheFirstPageOnly() {
    var first = search("&db_name=facets_many&limit=5");
    var second =
        search("&db_name=facets_many&limit=5&cursor=" + first.path("next_cursor").asString());

    assertThat(second.path("hits")).hasSize(5);
    assertThat(second.path("facets")).isEmpty();
    assertThat(second.path("facet_others")).isEmpty();
  }

  private static void assertFacets(JsonNode answer, List<Document> documents) {
    assertThat(answer.at("/total/value").asInt()).isEqualTo(documents.size());
    assertFacet(answer, "kind", documents, one -> one.isColumn() ? "column" : "table");
    assertFacet(answer, "database", documents, Document::source);
    assertFacet(answer, "schema", documents, Document::schema);
    assertFacet(
        answer,
        "type_family",
        documents,
        one -> one.family() == null ? null : one.family().jsonName());
  }

  private static void assertFacet(
      JsonNode answer,
      String facet,
      List<Document> documents,
      Function<Document, @Nullable String> value) {
    var there =
        documents.stream()
            .map(value)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var listed =
        answer
            .path("facets")
            .path(facet)
            .valueStream()
            .collect(
                Collectors.toMap(
                    one -> one.path("value").asString(), one -> one.path("count").asLong()));
    var others = answer.path("facet_others").path(facet);
    long rest = there.values().stream().mapToLong(Long::longValue).sum();
    rest -= listed.values().stream().mapToLong(Long::longValue).sum();

    assertThat(there).as(facet).containsAllEntriesOf(listed);
    assertThat(listed).as(facet).hasSize(Math.min(there.size(), LISTED));
    assertThat(listed.values().stream().sorted().toList())
        .as("the most frequent ones of " + facet)
        .isEqualTo(
            there.values().stream().sorted().skip(there.size() - (long) listed.size()).toList());
    assertThat(others.path("count").asLong(-1)).as("others of " + facet).isEqualTo(rest);
    assertThat(others.path("max_error").asLong(-1)).as("error of " + facet).isZero();
  }

  private static String source(String database) {
    return search("&db_name=" + database).at("/facets/database/0/value").asString();
  }

  private static JsonNode search(String more) {
    Answer answer = API.get("/api/search/?q=quagga" + more);
    assertThat(answer.status()).as(answer::toString).isEqualTo(200);
    return answer.json();
  }
}
