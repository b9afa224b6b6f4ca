package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFormatIT {
  private static final int MANY = 520;
  private static final TestApi API = TestApi.shared();

  @BeforeAll
  static void index() {
    var sources = new RegisteredDataSources(API);
    new TestIndex(API)
        .write(
            sources.crawled("formats_shop"),
            List.of(
                commented("sales", "customers", "=Who buys", "id", "email"),
                referring("customers", table("sales", "orders", "customer_id", "total")),
                table("hr", "people", "id")));
    var many = sources.crawled("formats_many");
    var relations = new ArrayList<Relation>();
    IntStream.range(0, MANY)
        .mapToObj(i -> referring("t_0000", table("s", "t_%04d".formatted(i), "id", "c")))
        .forEach(relations::add);
    new TestIndex(API).write(many, relations);
  }

  @ParameterizedTest
  @CsvSource({
    "ddl, application/sql, create table sales.orders (",
    "dbml, text/x-dbml, 'Table \"sales\".\"orders\" {'",
    "mermaid, text/vnd.mermaid, '\"sales.orders\" }o--o| \"sales.customers\"'",
    "text, text/plain, 'sales.orders(customer_id text, total text) -> customer_id = '",
    "csv, text/csv, 'formats_shop,sales,orders,table,2,total,text,true,,false,,'"
  })
  void writesEachFormByParameterAndByMediaType(String format, String mediaType, String part) {
    var named = schema("formats_shop", "&format=" + format, "application/json");
    var asked = schema("formats_shop", "", mediaType);

    for (var answer : List.of(named, asked)) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo(mediaType + ";charset=UTF-8");
      assertThat(answer.text()).contains(part);
    }
    assertThat(asked.text()).isEqualTo(named.text());
    var other = schema("formats_shop", "", "application/json").header("ETag");
    assertThat(asked.header("ETag")).isNotEmpty().isNotEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"json, application/json", "ndjson, application/x-ndjson"})
  void writesJsonByParameterToo(String format, String mediaType) {
    assertThat(schema("formats_shop", "&format=" + format, "text/html").header("Content-Type"))
        .startsWith(mediaType);
  }

  @Test
  void refusesOtherForms() {
    assertThat(schema("formats_shop", "&format=xml", "*/*").wrongFields())
        .containsExactly("format");
    assertThat(schema("formats_shop", "", "application/xml").status()).isEqualTo(406);
  }

  @Test
  void writesTheTablesThatAreNamed() {
    var one = schema("formats_shop", "&table=orders&table=hr.people", "text/plain");
    assertThat(one.text().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("hr.people("))
        .anyMatch(line -> line.startsWith("sales.orders("));
    assertThat(schema("formats_shop", "&table=orders", "text/vnd.mermaid").text())
        .doesNotContain("customers");
    var json = schema("formats_shop", "&table=Sales.ORDERS", "application/json").json();
    assertThat(json.path("table_count").asInt()).isEqualTo(1);
    assertThat(json.at("/tables/0/name").asString()).isEqualTo("orders");
  }

  @Test
  void saysWhichTablesAreNotThere() {
    var answer = schema("formats_shop", "&table=orders&table=nope", "text/plain");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("table_not_found");
    assertThat(answer.json().path("detail").asString()).contains("nope").doesNotContain("orders");
  }

  @Test
  void streamsAllTablesOfALargeSchemaInEveryRound() {
    var script = schema("formats_many", "", "application/sql").text();

    assertThat(script.lines().filter(line -> line.startsWith("create table"))).hasSize(MANY);
    assertThat(script.lines().filter(line -> line.startsWith("alter table"))).hasSize(MANY);
    assertThat(script.indexOf("alter table")).isGreaterThan(script.lastIndexOf("create table"));
    var page = schema("formats_many", "&limit=5", "text/plain");
    assertThat(page.text().lines()).hasSize(5);
    assertThat(page.header("X-Next-Cursor")).isNotEmpty();
    // An answer that is kept would come without its header.
    assertThat(schema("formats_many", "&limit=5", "text/plain").header("X-Next-Cursor"))
        .isEqualTo(page.header("X-Next-Cursor"));
  }

  private static Answer schema(String database, String more, String accept) {
    return API.send(
        "GET",
        "/api/db-schema?db_name=" + database + more,
        null,
        Map.of("Authorization", "Bearer " + API.token(), "Accept", accept));
  }
}
