package io.gazetteer.api.search.joins;

import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static io.gazetteer.api.testing.Relations.view;
import static io.gazetteer.api.testing.Relations.withColumns;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.TypeFamily;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Joins of tables in the index. */
class JoinsIT {
  private static final TestApi API = TestApi.shared();

  @BeforeAll
  static void index() {
    new TestIndex(API)
        .write(
            new RegisteredDataSources(API).crawled("joins_lab"),
            List.of(
                table("zoo", "keepers", "id", "name"),
                referring("keepers", table("zoo", "shifts", "keeper_id", "cage_id")),
                referring("shifts", table("zoo", "reports", "shift_id", "text")),
                withColumns(List.of(column("TAGNO", true)), table("zoo", "ANIMALS", "x")),
                withColumns(
                    List.of(column("MEALNO", true), column("TAGNO", false)),
                    table("zoo", "MEALS", "x")),
                withColumns(
                    List.of(column("VISITNO", true), column("TAGNO", false)),
                    table("zoo", "VETVISITS", "x")),
                table("zoo", "order", "id", "name"),
                referring("order", table("zoo", "order.lines", "order id", "text")),
                view(
                    "SELECT k.id FROM zoo.keepers k WHERE k.name <> 'zoo.shifts'",
                    table("zoo", "busy_keepers", "id")),
                table("zoo", "alone", "nothing_else")));
  }

  @Test
  void answersTheShortestPathOverDeclaredKeys() {
    var answer = API.get("/api/joins?db_name=joins_lab&from=zoo.keepers&to=reports").json();

    assertThat(answer.path("inferred").asBoolean()).isFalse();
    assertThat(answer.at("/paths/0/tables").toString())
        .isEqualTo("[\"zoo.keepers\",\"zoo.shifts\",\"zoo.reports\"]");
    assertThat(answer.at("/paths/0/join").asString())
        .isEqualTo(
            "zoo.keepers join zoo.shifts on zoo.shifts.keeper_id = zoo.keepers.id"
                + " join zoo.reports on zoo.reports.shift_id = zoo.shifts.id");
    assertThat(answer.at("/paths/0/steps/0/evidence").asString())
        .isEqualTo("foreign key fk of zoo.shifts");
  }

  @Test
  void quotesNamesThatNeedIt() {
    var answer = API.get("/api/joins?db_name=joins_lab&from=zoo.order.lines&to=zoo.order").json();

    assertThat(answer.at("/paths/0/tables").toString())
        .isEqualTo("[\"zoo.order.lines\",\"zoo.order\"]");
    assertThat(answer.at("/paths/0/join").asString())
        .isEqualTo(
            "zoo.\"order.lines\" join zoo.\"order\""
                + " on zoo.\"order.lines\".\"order id\" = zoo.\"order\".id");
  }

  @Test
  void infersJoinsWithTheirEvidence() {
    var direct = API.get("/api/joins?db_name=joins_lab&from=zoo.MEALS&to=zoo.ANIMALS").json();
    assertThat(direct.path("inferred").asBoolean()).isTrue();
    assertThat(direct.at("/paths/0/steps/0/condition").asString())
        .isEqualTo("zoo.\"MEALS\".\"TAGNO\" = zoo.\"ANIMALS\".\"TAGNO\"");
    assertThat(direct.at("/paths/0/steps/0/evidence").asString()).contains("TAGNO", "primary key");

    var over = API.get("/api/joins?db_name=joins_lab&from=meals&to=vetvisits").json();
    assertThat(over.at("/paths/0/tables").toString())
        .isEqualTo("[\"zoo.MEALS\",\"zoo.ANIMALS\",\"zoo.VETVISITS\"]");
  }

  @Test
  void answersWhatDependsOnATable() {
    var answer = API.get("/api/dependents?db_name=joins_lab&table=zoo.KEEPERS").json();
    assertThat(answer.path("table").asString()).isEqualTo("zoo.keepers");
    assertThat(answer.path("views").toString()).isEqualTo("[\"zoo.busy_keepers\"]");
    assertThat(answer.path("views_total").asInt()).isEqualTo(1);
    assertThat(answer.path("partitions_total").asInt()).isZero();
    assertThat(API.get("/api/dependents?db_name=joins_lab&table=zoo.unicorns").status())
        .isEqualTo(404);
    assertThat(API.get("/api/dependents?db_name=no_such_db&table=zoo.keepers").status())
        .isEqualTo(404);
  }

  @Test
  void answersNothingWhereNothingJoins() {
    var answer = API.get("/api/joins?db_name=joins_lab&from=zoo.alone&to=zoo.keepers").json();

    assertThat(answer.path("paths")).isEmpty();
  }

  @Test
  void saysWhatThereIsNot() {
    assertThat(API.get("/api/joins?db_name=joins_lab&from=zoo.unicorns&to=zoo.keepers").status())
        .isEqualTo(404);
    assertThat(API.get("/api/joins?db_name=joins_lab&from=zoo.keepers").status()).isEqualTo(400);
  }

  private static Column column(String name, boolean key) {
    return new Column(
        name,
        1,
        "varchar(8)",
        null,
        TypeFamily.TEXT,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        key);
  }
}
