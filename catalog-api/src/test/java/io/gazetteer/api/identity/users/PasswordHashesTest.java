package io.gazetteer.api.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Strangers wait for one place, at most twenty of them; whoever is known has another. */
  @Test
  void keepsRoomForThoseItKnowsAndAnswersTheRestAtOnce() throws InterruptedException {
    var hash = passwords.hash("a long password");
    var gate = new CountDownLatch(1);
    var refused = new AtomicInteger();
    var strangers = new ArrayList<Thread>();
    for (int i = 0; i < 60; i++) {
      strangers.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      passwords.matches("guess", false, "them", () -> awaitOpen(gate));
                    } catch (HashingBusyException e) {
                      refused.incrementAndGet();
                    }
                  }));
    }
    await().atMost(Duration.ofSeconds(4)).until(() -> refused.get() >= 60 - 21);

    assertThat(passwords.matches("a long password", true, "jane", () -> hash)).isTrue();
    assertThat(passwords.hash("another long one")).isNotEmpty();
    gate.countDown();
    for (var stranger : strangers) {
      stranger.join();
    }
    assertThat(passwords.matches("a long password", false, "him", () -> hash)).isTrue();
  }

  /** Right passwords are counted nowhere, so that anyone may log in any number of times at once. */
  @Test
  void whoLogsInManyTimesAtOnceKeepsNobodyOut() throws InterruptedException {
    var hash = passwords.hash("a long password");
    var gate = new CountDownLatch(1);
    var refused = new AtomicInteger();
    var logins = new ArrayList<Thread>();
    for (int i = 0; i < 40; i++) {
      logins.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      passwords.matches("a long password", true, "crowd", () -> awaitOpen(gate));
                    } catch (HashingBusyException e) {
                      refused.incrementAndGet();
                    }
                  }));
    }
    await().atMost(Duration.ofSeconds(4)).until(() -> refused.get() >= 40 - 22);
    var jane =
        Thread.ofPlatform()
            .daemon()
            .start(
                () ->
                    passwords.matches(
                        "a long password",
                        true,
                        "jane",
                        () -> {
                          gate.countDown();
                          return hash;
                        }));
    await().atMost(Duration.ofSeconds(4)).until(() -> refused.get() >= 40 - 21);
    gate.countDown();
    jane.join();
    for (var login : logins) {
      login.join();
    }
    assertThat(refused).hasValue(40 - 21);
  }

  /** What it costs to look a hash up is not for those who are refused. */
  @Test
  void asksForAHashOnlyInItsTurn() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var first =
        Thread.ofPlatform()
            .daemon()
            .start(() -> passwords.matches("guess", false, "them", () -> awaitOpen(gate)));
    var asked = new AtomicInteger();
    var others = new ArrayList<Thread>();
    await().until(() -> first.getState() == Thread.State.WAITING);
    for (int i = 0; i < 40; i++) {
      others.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      passwords.matches(
                          "guess",
                          false,
                          "others",
                          () -> {
                            asked.incrementAndGet();
                            return null;
                          });
                    } catch (HashingBusyException e) {
                      // One of those that are refused.
                    }
                  }));
    }
    await().until(() -> others.stream().filter(Thread::isAlive).count() == 20);
    assertThat(asked).hasValue(0);
    gate.countDown();
    first.join();
    for (var other : others) {
      other.join();
    }
    assertThat(asked).hasValue(20);
  }

  private static @Nullable String awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }
}
