package io.gazetteer.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final AtomicInteger aborted = new AtomicInteger();

  @Test
  void isHeldWhileItIsRenewed() {
    var lease = lease(() -> true);
    for (int i = 0; i < 100; i++) {
      now = now.plusSeconds(2);
      lease.beat();
    }
    assertThatCode(lease::check).doesNotThrowAnyException();
  }

  @Test
  void isLostWhenTheStoreSaysSoAndEndsWhatWaits() {
    var lease = lease(() -> false);
    lease.beat();
    assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    assertThat(aborted).hasValue(1);
  }

  @Test
  void survivesAStoreThatIsAwayForLessThanTheLeaseTime() {
    var lease = lease(LeaseTest::unreachable);
    now = now.plusSeconds(9);
    lease.beat();
    assertThatCode(lease::check).doesNotThrowAnyException();
  }

  @Test
  void isLostWhenTheStoreIsAwayForLonger() {
    var lease = lease(LeaseTest::unreachable);
    now = now.plusSeconds(11);
    lease.beat();
    assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    assertThat(aborted).hasValue(1);
  }

  @Test
  void isLostAfterAPauseEvenBeforeTheFirstHeartbeat() {
    var lease = lease(() -> true);
    now = now.plusSeconds(600);
    assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
  }

  @Test
  void endsAtOnceWhatBeginsToWaitAfterTheLoss() {
    var lease = new Lease("work", progress -> false, Duration.ofSeconds(10), () -> now);
    lease.beat();
    lease.onLost(aborted::incrementAndGet);
    assertThat(aborted).hasValue(1);
  }

  private Lease lease(BooleanSupplier renewal) {
    var lease =
        new Lease("work", progress -> renewal.getAsBoolean(), Duration.ofSeconds(10), () -> now);
    lease.onLost(aborted::incrementAndGet);
    return lease;
  }

  private static boolean unreachable() {
    throw new IllegalStateException("the store is away");
  }
}
