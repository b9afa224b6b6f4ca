package io.gazetteer.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartLimitTest {
  private Instant now = Instant.EPOCH;
  private Duration work = Duration.ZERO;
  private final StartLimit limit = new StartLimit(() -> work, () -> now);

  @Test
  void hasAsLongAsItWorks() {
    for (int minute = 0; minute < 20; minute++) {
      assertThat(after(61, 3)).as("after %d minutes", minute).isFalse();
    }
  }

  @Test
  void isOverWhenItDoesNothing() {
    assertThat(after(61, 11)).isFalse();
    assertThat(after(59, 0)).isFalse();
    assertThat(after(2, 0)).isTrue();
  }

  @Test
  void takesAnEndedChildForWork() {
    assertThat(after(61, 20)).isFalse();
    assertThat(after(61, -15)).isFalse();
    assertThat(after(61, 0)).isTrue();
  }

  @Test
  void hasAnEnd() {
    assertThat(after(Duration.ofMinutes(31).toSeconds(), 1_000)).isTrue();
  }

  @Test
  void seesAProcessWork() {
    var limit = StartLimit.of(ProcessHandle.current());
    assertThat(limit.isOver()).isFalse();
  }

  private boolean after(long seconds, long worked) {
    now = now.plusSeconds(seconds);
    work = work.plusSeconds(worked);
    return limit.isOver();
  }
}
