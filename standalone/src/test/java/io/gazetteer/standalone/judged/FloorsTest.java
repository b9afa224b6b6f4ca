package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final String RIGHT = "webshop.sales.orders";
  private static final String ALSO_RIGHT = "webshop.sales.carts";

  @Test
  void standUnderAPerfectSearch() {
    assertThat(Floors.broken("all", outcomes(List.of(RIGHT, ALSO_RIGHT)))).isEmpty();
  }

  @Test
  void breakWhenWhatIsWantedComesSecond() {
    assertThat(Floors.broken("all", outcomes(List.of("x", RIGHT, ALSO_RIGHT))))
        .hasSize(1 + QueryKind.values().length)
        .contains("all: MRR is 0.500, below 0.95", "all, typo: MRR is 0.500, below 0.85");
  }

  @Test
  void breakWhenSomethingIsNotFound() {
    assertThat(Floors.broken("all", outcomes(List.of(RIGHT))))
        .containsExactly("all: recall@10 is 0.500, below 0.95");
  }

  @Test
  void breakWhenOneKindIsBad() {
    var outcomes = new ArrayList<>(outcomes(List.of(RIGHT, ALSO_RIGHT)));
    outcomes.set(2, Outcome.of(outcomes.get(2).query(), List.of("x", RIGHT, ALSO_RIGHT)));

    assertThat(Floors.broken("all", outcomes))
        .containsExactly("all, abbreviations: MRR is 0.500, below 0.85");
  }

  private static List<Outcome> outcomes(List<String> found) {
    var outcomes = new ArrayList<Outcome>();
    for (var kind : QueryKind.values()) {
      var wanted = Map.of(RIGHT, 3, ALSO_RIGHT, 2);
      outcomes.add(
          Outcome.of(new JudgedQuery(kind, Half.TUNING, Optional.empty(), "q", wanted), found));
    }
    return outcomes;
  }
}
