package io.gazetteer.api.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {
  /** The time of a busy machine says nothing. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PasswordHashes passwords = new PasswordHashes(2);

  @Test
  void knowsItsOwnHashes() {
    var hash = passwords.hash("a long password");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("a long password", hash)).isTrue();
    assertThat(passwords.matches("another password", hash)).isFalse();
  }

  @Test
  void knowsHashesOfAnotherCost() {
    var dearer = new PasswordHashes(3);
    var hash = passwords.hash("a long password");

    assertThat(dearer.matches("a long password", hash)).isTrue();
    assertThat(dearer.isOutdated(hash)).isTrue();
    assertThat(dearer.isOutdated(dearer.hash("a long password"))).isFalse();
    assertThat(passwords.isOutdated(dearer.hash("a long password"))).isFalse();
  }

  @Test
  void refusesToCostLessThanTheFloor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHashes(1));
  }

  @Test
  void worksAsLongForNobody() {
    var hash = passwords.hash("a long password");
    passwords.matches("warm up", hash);
    long somebody = cpuNanos(hash);
    long nobody = cpuNanos(null);

    assertThat(passwords.matches("a long password", null)).isFalse();
    assertThat((double) nobody / somebody).isBetween(0.3, 3.0);
  }

  private long cpuNanos(@Nullable String hash) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      passwords.matches("some password", hash);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
