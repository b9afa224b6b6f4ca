package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Past;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What differs between two data sources, or one at two times. */
class CompareIT {
  private static final TestApi API = TestApi.shared();
  private static UUID staging;
  private static UUID production;

  @BeforeAll
  static void index() {
    staging =
        source(
            "compare_staging",
            table("sales", "orders", "order_id", "total:In euros"),
            referring("orders", table("sales", "lines", "order_id", "amount")),
            table("sales", "Drafts", "draft_id"),
            table("sales", "same", "id"));
    production =
        source(
            "compare_production",
            table("sales", "orders", "order_id", "total:In cents", "vat"),
            referring("orders", table("sales", "lines", "order_id", "amount")),
            table("sales", "drafts", "draft_id"),
            table("sales", "same", "id"),
            table("sales", "invoices", "invoice_id"));
  }

  private static UUID source(String name, Relation... relations) {
    var id = new RegisteredDataSources(API).crawled(name);
    if (relations.length > 0) {
      new TestIndex(API).write(id, List.of(relations));
    }
    new Past(API, id)
        .registered(Duration.ofDays(30))
        .known("sales", List.of(relations).stream().map(Relation::name).toList());
    return id;
  }

  @Test
  void tellsWhatIsOnlyHereOnlyThereAndDifferent() {
    var answer = compare("left=" + staging + "&right=" + production);
    var tables = answer.path("tables");
    assertThat(answer.path("compared").asInt()).isEqualTo(6);
    assertThat(found(tables, "left")).containsExactly("sales.Drafts");
    assertThat(found(tables, "right")).containsExactly("sales.drafts", "sales.invoices");
    assertThat(found(tables, "both")).containsExactly("sales.orders");
    var orders = tables.valueStream().filter(CompareIT::isOnBoth).findFirst().orElseThrow();
    var differences = orders.path("differences");
    assertThat(differences).hasSize(2);
    assertThat(differences.at("/0").toString())
        .contains("\"part\":\"column\"", "\"name\":\"total\"", "\"field\":\"comment\"")
        .contains("\"left\":\"In euros\"", "\"right\":\"In cents\"");
    assertThat(differences.at("/1/name").asString()).isEqualTo("vat");
    assertThat(differences.at("/1/left").isNull()).isTrue();
    assertThat(differences.at("/1/right/data_type").asString()).isEqualTo("text");
  }

  private static boolean isOnBoth(JsonNode table) {
    return table.path("found").asString().equals("both");
  }

  private static List<String> found(JsonNode tables, String side) {
    return tables
        .valueStream()
        .filter(table -> table.path("found").asString().equals(side))
        .map(table -> table.path(side.equals("right") ? "right" : "left").asString())
        .toList();
  }

  @Test
  void matchesNamesInAnyCaseWhereADatabaseDoesSo() {
    var mysql =
        source("compare_mysql", table("shop", "DRAFTS", "Draft_Id"), table("shop", "SAME", "id"));
    API.bean(JdbcClient.class)
        .sql("update data_source set kind = 'MYSQL' where id = :id")
        .param("id", mysql)
        .update();
    new Past(API, mysql).known("sales", List.of()).known("shop", List.of("DRAFTS", "SAME"));
    var answer =
        compare(
            "left=%s&left_schema=sales&right=%s&right_schema=shop".formatted(production, mysql));
    assertThat(found(answer.path("tables"), "right")).isEmpty();
    assertThat(found(answer.path("tables"), "left"))
        .containsExactly("sales.invoices", "sales.lines", "sales.orders");
    assertThat(found(answer.path("tables"), "both")).isEmpty();
  }

  @Test
  void comparesOneDataSourceAtTwoTimes() {
    var id = source("compare_times", table("sales", "orders", "order_id", "total", "new_one"));
    new Past(API, id)
        .change(Duration.ofDays(3), "sales.removed", "table_removed", null, null, null)
        .change(Duration.ofDays(2), "sales.orders", "column_added", "new_one", null, "{}");
    var then = Instant.now().minus(Duration.ofDays(4));
    var answer = compare("left=%s&left_as_of=%s&right=%s".formatted(id, then, id));
    assertThat(answer.path("tables")).hasSize(2);
    assertThat(answer.at("/tables/0/differences/0/name").asString()).isEqualTo("new_one");
    assertThat(answer.at("/tables/1").toString())
        .contains("\"found\":\"left\"", "sales.removed", "\"unknown\":true");
    assertThat(
            API.get(
                    "/api/compare?left=%s&left_as_of=%s&right=%s"
                        .formatted(id, Instant.now().minus(Duration.ofDays(90)), id))
                .status())
        .isEqualTo(404);
  }

  @Test
  void comesInParts() {
    var relations = IntStream.range(0, 150).mapToObj(i -> table("sales", "t" + i, "id")).toList();
    var many = source("compare_many", relations.toArray(Relation[]::new));
    var none = source("compare_none");
    var found = new ArrayList<String>();
    var query = "left=" + many + "&right=" + none;
    var part = compare(query);
    assertThat(part.path("compared").asInt()).isEqualTo(100);
    found.addAll(found(part.path("tables"), "left"));
    part = compare(query + "&cursor=" + part.path("next_cursor").asString());
    assertThat(part.path("next_cursor").isNull()).isTrue();
    found.addAll(found(part.path("tables"), "left"));
    assertThat(found).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatIsNoDataSource() {
    assertThat(API.get("/api/compare?left=x").wrongFields()).contains("left", "right");
    assertThat(
            API.get("/api/compare?left=%s&right=%s".formatted(staging, UUID.randomUUID())).status())
        .isEqualTo(404);
  }

  private static JsonNode compare(String query) {
    var answer = API.get("/api/compare?" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }
}
