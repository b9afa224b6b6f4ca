package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedQueriesTest {
  private static final int LEAST = 480;
  private static final int LEAST_OF_A_KIND = 30;
  private static final int LEAST_QUESTIONS = 120;

  @Test
  void readsAQuery() {
    var queries =
        JudgedQueries.parse(
            Half.TUNING,
            "# a comment\n\nrun-together\t-\torder id\t3:opsdata.freight.orders.orderid"
                + " 1:opsdata.freight.orders\n");

    assertThat(queries)
        .containsExactly(
            new JudgedQuery(
                QueryKind.RUN_TOGETHER,
                Half.TUNING,
                Optional.empty(),
                "order id",
                Map.of("opsdata.freight.orders.orderid", 3, "opsdata.freight.orders", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exact\t-\torders",
        "exact\t-\torders\t3:webshop.sales.orders\t",
        "guess\t-\torders\t3:webshop.sales.orders",
        "exact\tcrm\torders\t3:crm.sales.orders",
        "exact\t\torders\t3:webshop.sales.orders",
        "exact\t-\t\t3:webshop.sales.orders",
        "exact\t-\torders \t3:webshop.sales.orders",
        "exact\t-\torders\t",
        "exact\t-\torders\t4:webshop.sales.orders",
        "exact\t-\torders\t3:webshop.orders",
        "exact\t-\torders\t3:webshop.sales.orders  1:webshop.sales.carts",
        "exact\t-\torders\t3:webshop.sales.orders 1:webshop.sales.orders",
        "exact\t-\torders\t1:webshop.sales.orders",
        "exact\topsdata\torders\t3:webshop.sales.orders",
        "exact\t-\tt\t3:a.b.a 3:a.b.b 3:a.b.c 3:a.b.d 3:a.b.e 3:a.b.f 3:a.b.g 3:a.b.h 3:a.b.i"
            + " 3:a.b.j 3:a.b.k",
      })
  void refusesALineThatMakesNoSense(String line) {
    assertThatThrownBy(() -> JudgedQueries.parse(Half.HELD_BACK, "# top\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("held-back.tsv, line 2: ");
  }

  @Test
  void thereAreEnoughOfEachKindAndHalf() {
    var queries = JudgedQueries.all();

    assertThat(queries).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(queries.stream().filter(query -> query.kind() == QueryKind.QUESTION))
        .hasSizeGreaterThanOrEqualTo(LEAST_QUESTIONS);
    for (var kind : QueryKind.values()) {
      var ofKind = queries.stream().filter(query -> query.kind() == kind).toList();
      assertThat(ofKind).as(kind.label()).hasSizeGreaterThanOrEqualTo(LEAST_OF_A_KIND);
      long tuning = ofKind.stream().filter(query -> query.half() == Half.TUNING).count();
      assertThat(ofKind.size() - 2 * tuning).as(kind.label()).isBetween(-1L, 1L);
    }
  }

  @Test
  void noQueryIsAskedTwice() {
    var seen = new HashSet<String>();

    assertThat(JudgedQueries.all())
        .allSatisfy(query -> assertThat(seen.add(query.database() + " " + query.text())).isTrue());
  }
}
