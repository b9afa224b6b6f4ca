package io.gazetteer.api.search.joins;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TableName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinGraphTest {
  private static final int MANY = 100_000;

  private final JoinGraph graph =
      graph(
          Map.of(
              "s.line", List.of("s.order", "s.product"),
              "s.order", List.of("s.customer", "s.gone"),
              "s.invoice", List.of("s.order"),
              "s.product", List.of(),
              "s.customer", List.of(),
              "s.alone", List.of("s.alone")));

  private static JoinGraph graph(Map<String, List<String>> references) {
    var named = new LinkedHashMap<TableName, List<String>>();
    references.forEach((path, others) -> named.put(table(path), others));
    return new JoinGraph(named);
  }

  private static List<List<String>> shortest(JoinGraph graph, String from, String to) {
    return graph.shortest(table(from), table(to)).stream()
        .map(path -> path.stream().map(TableName::path).toList())
        .toList();
  }

  private static TableName table(String path) {
    return new TableName("s", path.substring(2));
  }

  @Test
  void knowsNeighboursWithoutTheTableItself() {
    assertThat(graph.neighbours(new TableName("s", "order")))
        .extracting(TableName::path)
        .containsExactlyInAnyOrder("s.line", "s.invoice", "s.customer");
    assertThat(graph.degree(new TableName("s", "alone"))).isZero();
    assertThat(graph.neighbours(new TableName("s", "gone"))).isEmpty();
  }

  @Test
  void findsTheWayInEitherDirection() {
    assertThat(shortest(graph, "s.customer", "s.product"))
        .containsExactly(List.of("s.customer", "s.order", "s.line", "s.product"));
    assertThat(shortest(graph, "s.product", "s.customer"))
        .containsExactly(List.of("s.product", "s.line", "s.order", "s.customer"));
  }

  @Test
  void findsNothingWhereNothingLeads() {
    assertThat(shortest(graph, "s.alone", "s.order")).isEmpty();
    assertThat(shortest(graph, "s.order", "s.order")).isEmpty();
    assertThat(shortest(graph, "s.order", "s.gone")).isEmpty();
  }

  @Test
  void findsNoWayThatNobodyWouldJoin() {
    var chain = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < MANY; i++) {
      chain.put("s.t" + i, List.of("s.t" + (i + 1)));
    }
    var row = graph(chain);
    assertThat(shortest(row, "s.t0", "s.t30")).hasSize(1);
    assertThat(shortest(row, "s.t0", "s.t31")).isEmpty();
    assertThat(shortest(row, "s.t0", "s.t" + (MANY - 1))).isEmpty();
  }

  @Test
  void findsSeveralOfTheShortestWays() {
    var diamond =
        graph(
            Map.of(
                "s.a",
                List.of("s.b", "s.c", "s.d", "s.e"),
                "s.b",
                List.of("s.z"),
                "s.c",
                List.of("s.z"),
                "s.d",
                List.of("s.z"),
                "s.e",
                List.of("s.z"),
                "s.z",
                List.of()));

    assertThat(shortest(diamond, "s.a", "s.z")).hasSize(3).allMatch(path -> path.size() == 3);
  }

  @Test
  void isQuickInALargeDatabase() {
    var references = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < MANY; i++) {
      references.put("s.t" + i, i == 0 ? List.of() : List.of("s.t" + i / 2, "s.t" + (i - 1) / 7));
    }
    var large = graph(references);
    shortest(large, "s.t1", "s.t99999");

    long start = System.nanoTime();
    assertThat(shortest(large, "s.t77777", "s.t99999")).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTNO, CUSTMAST, CUSTNO, true",
    "customer_id, customers, id, true",
    "customerId, Customer, customer_id, true",
    "id, customers, id, false",
    "code, countries, code, false",
    "order_id, customers, id, false",
  })
  void comparesNamesOfKeys(String column, String table, String key, boolean alike) {
    assertThat(KeyNames.areAlike(column, table, key)).isEqualTo(alike);
  }

  @Test
  void comparesTypesWithoutTheirParameters() {
    assertThat(KeyNames.sameType("character varying(10)", "character varying(12)")).isTrue();
    assertThat(KeyNames.sameType("bigint", "integer")).isTrue();
    assertThat(KeyNames.sameType("bigint", "text")).isFalse();
  }
}
