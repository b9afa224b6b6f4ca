package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hits that differ in nothing but where they are. */
class FoldingIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "folding_mill");
  private static final int TENANTS = 60;

  @BeforeAll
  static void index() {
    var relations = new ArrayList<Relation>();
    for (int i = 10; i < 10 + TENANTS; i++) {
      relations.add(table("tenant_" + i, "flour_sacks", "sack_id", "grinder_name"));
      relations.add(
          referring(
              "flour_sacks", table("tenant_" + i, "flour_deliveries", "sack_id", "bakery_name")));
      relations.add(table("tenant_" + i, "flour_kinds", "kind_id", "grain"));
    }
    relations.add(table("head_office", "flour_sacks", "sack_number", "owner"));
    relations.add(table("head_office", "flour_audits", "audit_id", "grinder_name"));
    relations.add(as(RelationKind.PARTITIONED_TABLE, null, table("log", "gauges", "reading")));
    IntStream.range(10, 40)
        .mapToObj(i -> table("log", "gauges_2024_" + i, "reading"))
        .forEach(part -> relations.add(as(RelationKind.PARTITION, "gauges", part)));
    new TestIndex(API).write(new RegisteredDataSources(API).crawled("folding_mill"), relations);
  }

  @Test
  void listsATableOfEachTenantOnce() {
    var hits = FOUND.search("flour sacks", "&limit=10").json().path("hits");

    assertThat(hits.valueStream().map(Found::name))
        .contains("head_office.flour_sacks", "tenant_10.flour_sacks")
        .doesNotHaveDuplicates();
    assertThat(hits.valueStream().filter(hit -> hit.path("table").asString().equals("flour_sacks")))
        .filteredOn(hit -> hit.path("column").isNull())
        .hasSize(2);
    assertThat(others(hits, "tenant_10.flour_sacks")).isEqualTo(TENANTS - 1);
    assertThat(others(hits, "head_office.flour_sacks")).isZero();
  }

  @Test
  void listsAColumnOfEachTenantOnce() {
    var answer = FOUND.search("grinder name", "").json();

    assertThat(answer.path("hits").valueStream().map(Found::name))
        .startsWith("head_office.flour_audits.grinder_name", "tenant_10.flour_sacks.grinder_name")
        .hasSizeLessThan(10);
    assertThat(others(answer.path("hits"), "tenant_10.flour_sacks.grinder_name"))
        .isEqualTo(TENANTS - 1);
    assertThat(answer.at("/total/value").asInt()).isGreaterThan(TENANTS);
  }

  @Test
  void listsWhatAHitStandsForAndAllOfItWhenAsked() {
    var hit = FOUND.hit("grinder name", "tenant_10.flour_sacks.grinder_name");
    var key = hit.at("/folded/key").asString();

    assertThat(FOUND.walk("grinder name", "&limit=25&folded=" + key, ""))
        .hasSize(TENANTS)
        .allMatch(name -> name.endsWith("flour_sacks.grinder_name"))
        .doesNotHaveDuplicates();
    assertThat(FOUND.walk("grinder name", "&limit=25&fold=false", ""))
        .hasSizeGreaterThan(TENANTS)
        .doesNotHaveDuplicates();
    assertThat(FOUND.search("grinder", "&folded=x").wrongFields()).containsExactly("folded");
    assertThat(FOUND.search("grinder", "&fold=x").wrongFields()).containsExactly("fold");
  }

  @Test
  void walksOverFoldedHitsOnce() {
    var all = FOUND.names("flour");
    assertThat(all).hasSizeBetween(5, 20);

    for (int limit : List.of(1, 2, 3)) {
      assertThat(FOUND.walk("flour", "&limit=" + limit, "")).isEqualTo(all);
    }
  }

  @Test
  void putsTheTenantThatIsNamedFirst() {
    var hits = FOUND.search("tenant_42 flour sacks", "").json().path("hits");

    assertThat(Found.name(hits.path(0))).isEqualTo("tenant_42.flour_sacks");
    assertThat(Found.names(FOUND.search("flour sacks schema:tenant_42", "")))
        .contains("tenant_42.flour_sacks");
  }

  @Test
  void foldsPartitionsUnlessTheyAreAskedFor() {
    assertThat(Found.names(FOUND.search("gauges 2024", ""))).containsExactly("log.gauges_2024_10");
    assertThat(FOUND.walk("gauges kind:partition", "&limit=20", "")).hasSize(30);
    assertThat(FOUND.walk("gauges", "&kind=partition&limit=20", "")).hasSize(30);
  }

  @Test
  void foldsTheTablesOfAQuestion() {
    var question = "Which bakery names got deliveries of flour sacks of which grain?";
    var hits = FOUND.search(question, "&limit=10").json().path("hits");

    assertThat(hits.valueStream().map(hit -> hit.path("table").asString()))
        .contains("flour_deliveries", "flour_sacks", "flour_kinds");
    assertThat(
            hits.valueStream()
                .filter(hit -> hit.path("table").asString().equals("flour_deliveries")))
        .hasSize(1)
        .allMatch(hit -> hit.at("/folded/count").asInt() == TENANTS - 1);
    assertThat(FOUND.walk(question, "&limit=3", ""))
        .isEqualTo(FOUND.names(question))
        .hasSizeLessThan(10);
    assertThat(FOUND.search(question, "&fold=false&limit=100").json().path("hits"))
        .hasSizeGreaterThan(TENANTS);
  }

  private static long others(JsonNode hits, String name) {
    return hits.valueStream()
        .filter(hit -> Found.name(hit).equals(name))
        .findFirst()
        .orElseThrow()
        .at("/folded/count")
        .asLong(0);
  }
}
