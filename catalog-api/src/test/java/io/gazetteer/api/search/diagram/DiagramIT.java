package io.gazetteer.api.search.diagram;

import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static io.gazetteer.api.testing.Relations.withColumns;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Diagrams by API, of tables in the index. */
class DiagramIT {
  private static final TestApi API = TestApi.shared();
  private static final String AROUND = "/api/diagram?db_name=diagram_lab&schema=port&table=";

  @BeforeAll
  static void index() {
    var relations = new ArrayList<Relation>();
    relations.add(table("port", "ships", "id", "name"));
    relations.add(referring("ships", table("port", "visits", "ship_id", "berth")));
    relations.add(referring("visits", table("port", "bills", "visit_id", "amount")));
    relations.add(table("port", "weather", "day", "wind"));
    relations.add(table("port", "hub", "id"));
    for (int i = 0; i < 60; i++) {
      relations.add(referring("hub", table("port", "spoke_" + i, "hub_id")));
    }
    relations.add(table("crew", "people", "id"));
    relations.add(keyed(table("port", "PILOTS", "PILOT_NO", "NAME")));
    relations.add(keyed(table("port", "LICENCES", "LICENCE_NO", "PILOT_NO")));
    var source = new RegisteredDataSources(API).crawled("diagram_lab");
    new TestIndex(API).write(source, relations);
  }

  @Test
  void drawsTheTablesAroundOne() {
    var answer = API.get(AROUND + "ships&depth=2");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(answer.text())
        .contains(">ships</text>", ">visits</text>", ">bills</text>", "prefers-color-scheme: dark")
        .contains("port.visits (ship_id) → port.ships (id): foreign key fk")
        .doesNotContain(">weather</text>", "<script");
    assertThat(API.get(AROUND + "ships").text()).doesNotContain(">bills</text>").contains("+1");
  }

  @Test
  void drawsWhatIsInferredDashed() {
    assertThat(API.get(AROUND + "PILOTS").text())
        .contains("class=\"key inferred\"", ">LICENCES</text>", "inferred: it is called as");
    assertThat(API.get(AROUND + "PILOTS&format=mermaid").text()).contains("}o..");
    assertThat(API.get(AROUND + "PILOTS&format=dbml").text()).contains("// inferred from names");
    assertThat(API.get(AROUND + "PILOTS&format=json").json().at("/keys/0/declared").asBoolean(true))
        .isFalse();
  }

  /** The same table with its first column as the primary key. */
  private static Relation keyed(Relation relation) {
    var first = relation.columns().getFirst();
    var columns = new ArrayList<>(relation.columns());
    columns.set(
        0,
        new Column(
            first.name(),
            1,
            first.dataType(),
            null,
            TypeFamily.TEXT,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            true));
    return withColumns(columns, relation);
  }

  @Test
  void isKeptByItsEntityTag() {
    var first = API.get(AROUND + "ships");
    var tag = first.header("ETag");
    assertThat(tag).isNotEmpty();
    var again =
        API.send(
            "GET",
            AROUND + "ships",
            null,
            Map.of("Authorization", "Bearer " + API.token(), "If-None-Match", tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(API.get(AROUND + "ships&depth=2").header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void answersAsDataAndInOtherLanguages() {
    var json = API.get(AROUND + "ships&depth=2&format=json").json();
    assertThat(json.at("/focus/table").asString()).isEqualTo("ships");
    assertThat(names(json)).containsExactly("ships", "visits", "bills");
    assertThat(json.at("/tables/2/distance").asInt()).isEqualTo(2);
    assertThat(json.path("keys")).hasSize(2);
    assertThat(json.at("/keys/0/declared").asBoolean()).isTrue();
    assertThat(API.get(AROUND + "ships&format=mermaid").text())
        .startsWith("erDiagram")
        .contains("port.visits");
    assertThat(API.get(AROUND + "ships&format=dbml").text()).contains("Table ").contains("Ref: ");
  }

  @Test
  void foldsAHubAndShowsAllOfItInParts() {
    var first = API.get(AROUND + "hub&format=json").json();
    assertThat(first.path("tables")).hasSize(25);
    assertThat(first.at("/tables/0/hidden").asInt()).isEqualTo(36);
    var expanded = API.get(AROUND + "hub&format=json&expand=port.hub").json();
    assertThat(expanded.path("tables")).hasSize(40);
    var names = new ArrayList<String>();
    var part = expanded;
    while (true) {
      names.addAll(names(part).stream().filter(name -> !name.equals("hub")).toList());
      if (part.path("next_from").isNull()) {
        break;
      }
      part =
          API.get(AROUND + "hub&format=json&expand=port.hub&from=" + part.path("next_from").asInt())
              .json();
    }
    assertThat(names).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void beginsWithGroupsOfTables() {
    var schemas = API.get("/api/diagram?db_name=diagram_lab&format=json").json();
    assertThat(schemas.path("groups").valueStream().map(group -> group.path("schema").asString()))
        .containsExactly("port", "crew");
    var groups = API.get("/api/diagram?db_name=diagram_lab&schema=port&format=json").json();
    assertThat(
            groups
                .path("groups")
                .valueStream()
                .map(group -> group.at("/middle/table").asString("") + group.path("tables")))
        .containsExactly("hub61", "visits3", "3");
    assertThat(API.get("/api/diagram?db_name=diagram_lab").text()).contains(">port</text>");
  }

  @Test
  void refusesWhatIsNotThereOrWrong() {
    assertThat(API.get(AROUND + "nothing").status()).isEqualTo(404);
    assertThat(API.get("/api/diagram?db_name=diagram_lab&schema=nothing").status()).isEqualTo(404);
    assertThat(API.get("/api/diagram?db_name=nothing").code()).isEqualTo("database_not_found");
    assertThat(API.get(AROUND + "ships&depth=4").status()).isEqualTo(400);
    assertThat(API.get(AROUND + "ships&format=png").status()).isEqualTo(400);
    assertThat(API.get(AROUND + "ships&columns=some").status()).isEqualTo(400);
    assertThat(API.get("/api/diagram?db_name=diagram_lab&format=dbml").status()).isEqualTo(400);
  }

  private static List<String> names(JsonNode answer) {
    return answer
        .path("tables")
        .valueStream()
        .map(table -> table.path("table").asString())
        .toList();
  }
}
