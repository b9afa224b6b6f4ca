package io.gazetteer.api.identity.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.identity.ratelimit.LoginLimits.Limits;
import io.gazetteer.api.web.CallerNetwork;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final LoginLimits limits =
      new LoginLimits(
          new Limits(3, 5, Duration.ofMinutes(3)),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void givesBackATryAsTimeGoesBy() {
    wrong("jane", "10.0.0.1", 3);
    assertThatThrownBy(() -> limits.attempt("jane", "10.9.9.9", false))
        .isInstanceOf(TooManyPasswordsException.class);

    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    wrong("jane", "10.0.0.1", 1);
    assertThatThrownBy(() -> limits.attempt("jane", "10.9.9.9", false))
        .isInstanceOf(TooManyPasswordsException.class);
  }

  @Test
  void forgetsWrongPasswordsAfterARightOne() {
    wrong("jane", "10.0.0.1", 2);
    var right = limits.attempt("jane", "10.0.0.1", false);
    right.admit();
    right.succeeded();

    wrong("jane", "10.0.0.1", 3);
  }

  @Test
  void countsAllAccountsOfAnAddressTogether() {
    for (int i = 0; i < 5; i++) {
      wrong("user" + i, "10.0.0.1", 1);
    }

    assertThatThrownBy(() -> limits.attempt("jane", "10.0.0.1", false))
        .isInstanceOf(TooManyPasswordsException.class);
    wrong("jane", "10.0.0.2", 1);
  }

  @Test
  void takesThe64BitsThatOneHouseholdHasForOneAddress() {
    assertThat(CallerNetwork.of("2001:db8:0:1::5"))
        .isEqualTo(CallerNetwork.of("2001:db8:0:1:ffff::9"))
        .isNotEqualTo(CallerNetwork.of("2001:db8:0:2::5"));
    assertThat(CallerNetwork.of("10.0.0.1")).isNotEqualTo(CallerNetwork.of("10.0.0.2"));
    assertThat(CallerNetwork.of("::ffff:10.0.0.1")).isEqualTo(CallerNetwork.of("10.0.0.1"));
  }

  private void wrong(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      limits.attempt(account, address, false).admit();
    }
  }
}
