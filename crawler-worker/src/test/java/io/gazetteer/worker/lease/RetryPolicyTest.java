package io.gazetteer.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  @Test
  void pausesForAMinuteAtMost() {
    var policy = new RetryPolicy(3, 2, Duration.ofSeconds(1));
    assertThat(policy.pauseAfter(6)).isEqualTo(Duration.ofSeconds(32));
    assertThat(policy.pauseAfter(7)).isEqualTo(Duration.ofMinutes(1));
    assertThat(policy.pauseAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void pausesForSecondsAtMostWhereOurOwnPlacesAreTaken() {
    var policy = new RetryPolicy(3, 2, Duration.ofSeconds(1));
    assertThat(policy.pauseForPlace(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.pauseForPlace(9)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void neverGivesUpWhenItIsEndless() {
    var policy = RetryPolicy.endless(Duration.ofSeconds(1));
    assertThat(policy.triesAgainAfter(1_000_000, true)).isTrue();
    assertThat(policy.triesAgainAfter(1_000_000, false)).isTrue();
  }
}
