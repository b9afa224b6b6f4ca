package io.gazetteer.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
  private Instant now = Instant.EPOCH;
  private final RestartBudget budget = new RestartBudget(3, Duration.ofMinutes(10), () -> now);

  @Test
  void pausesLongerEachTimeAndThenGivesUp() {
    assertThat(budget.spend()).contains(Duration.ofMillis(500));
    assertThat(budget.spend()).contains(Duration.ofSeconds(1));
    assertThat(budget.spend()).contains(Duration.ofSeconds(2));
    assertThat(budget.spend()).isEmpty();
  }

  @Test
  void forgetsRestartsThatAreLongAgo() {
    budget.spend();
    budget.spend();
    budget.spend();
    now = now.plus(Duration.ofMinutes(11));

    assertThat(budget.spend()).contains(Duration.ofMillis(500));
  }
}
