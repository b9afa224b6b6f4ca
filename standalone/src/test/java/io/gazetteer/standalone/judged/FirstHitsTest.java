package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstHitsTest {
  private static final String FIRST = "webshop.customer.customers";

  private final JudgedQuery query =
      JudgedQueries.all().stream()
          .filter(one -> one.text().equals("customers") && one.database().isEmpty())
          .findFirst()
          .orElseThrow();

  @Test
  void sayWhichRightAnswerStandsFirstNoMore() {
    assertThat(FirstHits.recorded().moved(List.of(Outcome.of(query, List.of("x", FIRST)))))
        .containsExactly("customers found " + FIRST + " first, and finds x");
    assertThat(FirstHits.recorded().moved(List.of(Outcome.of(query, List.of())))).hasSize(1);
  }

  @Test
  void sayNothingOfWhatStandsWhereItStood() {
    assertThat(FirstHits.recorded().moved(List.of(Outcome.of(query, List.of(FIRST))))).isEmpty();
  }
}
