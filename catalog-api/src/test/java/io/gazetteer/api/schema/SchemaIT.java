package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaIT {
  private static final int MANY = 2000;
  private static final TestApi API = TestApi.shared();
  private static final RegisteredDataSources SOURCES = new RegisteredDataSources(API);
  private static UUID odd = new UUID(0, 0);

  @BeforeAll
  static void indexTwoDatabases() {
    odd = SOURCES.crawled("schema_odd");
    new TestIndex(API)
        .write(
            odd,
            List.of(
                table("a", "customers", "id"),
                table("b", "customers", "id", "email"),
                table("b", "Orders", "id"),
                table("b", "new\nline", "tab\there"),
                table("b", "no_columns"),
                table("b.c", "d.e", "x"),
                table("b", "🛒 \"cart\"", "naïve_ключ")));
    var many = SOURCES.crawled("schema_many");
    for (int from = 0; from < MANY; from += 500) {
      var relations = new ArrayList<Relation>();
      IntStream.range(from, from + 500)
          .mapToObj(i -> table("s" + i % 3, "table_%05d".formatted(i), wide(i)))
          .forEach(relations::add);
      new TestIndex(API).write(many, relations);
    }
  }

  /** Some tables are wider than what is read at once. */
  private static String[] wide(int i) {
    return IntStream.range(0, i % 400 == 7 ? 1600 : 3)
        .mapToObj(c -> "c" + c)
        .toArray(String[]::new);
  }

  @Test
  void showsATableInTheShapeOfTheApi() {
    var schema = schema("schema_odd", "&schema=a").json();

    assertThat(schema.path("id").asString()).isEqualTo(odd.toString());
    assertThat(schema.path("hostname").asString()).isEqualTo("source.example");
    assertThat(schema.path("db_type").asString()).isEqualTo("PostgreSQL");
    assertThat(schema.at("/crawl/state").asString()).isEqualTo("SUCCEEDED");
    assertThat(schema.path("table_count").asInt()).isEqualTo(1);
    assertThat(schema.path("next_cursor").isNull()).isTrue();
    var table = schema.at("/tables/0");
    assertThat(table.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "schema",
            "name",
            "kind",
            "comment",
            "row_estimate",
            "columns",
            "primary_key",
            "unique_constraints",
            "foreign_keys",
            "indexes",
            "check_constraints",
            "exclusion_constraints",
            "partition_of",
            "partition_key",
            "inherits",
            "has_children",
            "extension",
            "view_definition",
            "unknown",
            "identity",
            "crawled_at");
    assertThat(table.path("row_estimate").asInt()).isEqualTo(7);
    assertThat(table.path("crawled_at").asString()).isEqualTo("2030-01-02T03:04:05Z");
    assertThat(table.at("/columns/0/data_type").asString()).isEqualTo("text");
  }

  @Test
  void bringsOddNamesBackExactlyAndInOrder() {
    assertThat(tables(schema("schema_odd", "")))
        .containsExactly(
            "a|customers",
            "b|Orders",
            "b|customers",
            "b|new\nline",
            "b|no_columns",
            "b|🛒 \"cart\"",
            "b.c|d.e");
  }

  @Test
  void streamsEveryTableOfALargeSchemaInOrder() {
    var answer = schema("schema_many", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("table_count").asInt()).isEqualTo(MANY);
    assertThat(tables(answer)).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    assertThat(
            answer
                .json()
                .path("tables")
                .valueStream()
                .mapToInt(t -> t.path("columns").size())
                .max())
        .hasValue(1600);
  }

  @Test
  void pagesByCursor() {
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          schema("schema_many", "&limit=700" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      seen.addAll(tables(page));
      cursor = page.json().path("next_cursor").asString("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(MANY).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void givesOneTableALine() {
    var headers =
        Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/x-ndjson");
    var answer = API.send("GET", "/api/db-schema/?db_name=schema_many", null, headers);

    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    var lines = answer.text().split("\n", -1);
    assertThat(lines).hasSize(MANY + 1);
    assertThat(lines[MANY]).isEmpty();
    assertThat(JsonMapper.shared().readTree(lines[0]).path("name").asString())
        .isEqualTo("table_00000");

    var page = API.send("GET", "/api/db-schema/?db_name=schema_many&limit=2", null, headers);
    assertThat(page.text().lines()).hasSize(2);
    assertThat(page.header("X-Next-Cursor")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, GZIP;q=0.5", "*", "deflate, gzip; q=1.000"})
  void compressesWhenAsked(String accepted) {
    assertThat(encoding(accepted)).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", ""})
  void compressesNothingUnasked(String accepted) {
    assertThat(encoding(accepted)).isEmpty();
  }

  private static String encoding(String accepted) {
    var headers = Map.of("Authorization", "Bearer " + API.token(), "Accept-Encoding", accepted);
    var answer = API.send("GET", "/api/db-schema/?db_name=schema_many&limit=5", null, headers);
    assertThat(answer.header("Vary").toLowerCase(Locale.ROOT)).contains("accept-encoding");
    return answer.header("Content-Encoding");
  }

  @Test
  void answers202UntilACrawlHasEndedWell() {
    var id = SOURCES.register("schema_young");

    var young = schema("schema_young", "");
    assertThat(young.status()).isEqualTo(202);
    assertThat(young.header("Retry-After")).isNotEmpty();
    assertThat(young.json().at("/crawl/state").asString()).isEqualTo("PENDING");
    SOURCES.endCrawl(id, "FAILED");
    assertThat(schema("schema_young", "").status()).isEqualTo(200);
    API.post("/api/db-credentials/" + id + "/crawls", null);
    assertThat(schema("schema_young", "").status()).isEqualTo(202);
    SOURCES.endCrawl(id, "SUCCEEDED");
    API.post("/api/db-credentials/" + id + "/crawls", null);
    assertThat(schema("schema_young", "").status()).isEqualTo(200);
  }

  @Test
  void namesTheCandidatesOfAnAmbiguousName() {
    var first = SOURCES.register("schema_twice", "one.example");
    var second = SOURCES.register("schema_twice", "two.example");

    var answer = schema("schema_twice", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ambiguous_database");
    assertThat(answer.json().path("candidates").valueStream().map(c -> c.path("id").asString()))
        .containsExactly(first.toString(), second.toString());
    assertThat(schema("schema_twice", "&hostname=TWO.example").json().path("id").asString())
        .isEqualTo(second.toString());
    assertThat(schema("schema_twice", "&id=" + first).json().path("id").asString())
        .isEqualTo(first.toString());
    assertThat(schema("schema_twice", "&port=1").status()).isEqualTo(404);
    API.call("DELETE", "/api/db-credentials/" + first, null);
    assertThat(schema("schema_twice", "").json().path("id").asString())
        .isEqualTo(second.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/db-schema", "/api/db-schema/", "/api/search-table/?db_name=x"})
  void refusesAMissingParameter(String path) {
    assertThat(API.get(path).status()).isEqualTo(400);
    assertThat(API.get(path).code()).isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "SCHEMA_ODD", " schema_odd"})
  void knowsNoOtherSpellingOfADatabase(String name) {
    var answer = schema(name, "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("database_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "cursor=x", "port=0", "id=x"})
  void refusesBadParameters(String parameter) {
    var answer = schema("schema_odd", "&" + parameter);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactly(parameter.substring(0, parameter.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers", "CUSTOMERS"})
  void findsATableInEverySchemaThatHasIt(String name) {
    var answer = tableNamed(name);

    assertThat(answer.json().path("db_name").asString()).isEqualTo("schema_odd");
    assertThat(tables(answer)).containsExactly("a|customers", "b|customers");
  }

  @Test
  void findsATableByItsQualifiedName() {
    assertThat(tables(tableNamed("b.customers"))).containsExactly("b|customers");
    assertThat(tables(tableNamed("b.CUSTOMERS"))).containsExactly("b|customers");
    assertThat(tables(tableNamed("b.c.d.e"))).containsExactly("b.c|d.e");
    assertThat(tables(tableNamed("d.e"))).containsExactly("b.c|d.e");
    assertThat(tables(tableNamed("customers&schema=b"))).containsExactly("b|customers");
  }

  @Test
  void findsOddTables() {
    assertThat(tables(tableNamed(encode("🛒 \"cart\"")))).containsExactly("b|🛒 \"cart\"");
    assertThat(tables(tableNamed(encode("new\nline")))).containsExactly("b|new\nline");
    assertThat(tableNamed("no_columns").json().at("/tables/0/columns").size()).isZero();
  }

  @Test
  void saysWhetherTheDatabaseOrTheTableIsMissing() {
    assertThat(tableNamed("nope").status()).isEqualTo(404);
    assertThat(tableNamed("nope").code()).isEqualTo("table_not_found");
    assertThat(API.get("/api/search-table/?db_name=nope&table_name=customers").code())
        .isEqualTo("database_not_found");
  }

  private static Answer schema(String dbName, String more) {
    return API.get("/api/db-schema/?db_name=" + encode(dbName) + more);
  }

  private static Answer tableNamed(String name) {
    return API.get("/api/search-table/?db_name=schema_odd&table_name=" + name);
  }

  private static List<String> tables(Answer answer) {
    assertThat(answer.status()).as(answer::toString).isLessThan(300);
    return answer.json().path("tables").valueStream().map(SchemaIT::name).toList();
  }

  private static String name(JsonNode table) {
    return table.path("schema").asString() + "|" + table.path("name").asString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
