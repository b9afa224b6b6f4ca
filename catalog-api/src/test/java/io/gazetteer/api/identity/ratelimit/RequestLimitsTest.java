package io.gazetteer.api.identity.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  @Test
  void countsEachCallerApart() {
    var limits = new RequestLimits(2, TimeMeter.SYSTEM_NANOTIME);

    assertThat(limits.count("jane").orElseThrow().remaining()).isEqualTo(1);
    assertThat(limits.count("jane").orElseThrow().remaining()).isZero();
    var third = limits.count("jane").orElseThrow();
    assertThat(third.allowed()).isFalse();
    assertThat(third.limit()).isEqualTo(2);
    assertThat(third.pause()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    assertThat(third.full()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
    assertThat(limits.count("john").orElseThrow().allowed()).isTrue();
  }

  @Test
  void knowsNoLimitWhenThereIsNone() {
    assertThat(new RequestLimits(0, TimeMeter.SYSTEM_NANOTIME).count("jane")).isEmpty();
  }
}
