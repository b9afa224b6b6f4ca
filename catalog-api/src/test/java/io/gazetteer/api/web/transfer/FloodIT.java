package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.TestApi;
import io.gazetteer.servers.testing.Flood;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * People go on working while somebody without a token does what they can; the benchmark {@code
 * flood} measures how fast. The flood comes from this process, too: it is no larger than the
 * machine can send and answer.
 */
class FloodIT {
  private static final Duration SLOWEST_LOGIN = Duration.ofSeconds(2);
  private static final Duration SLOWEST_SEARCH = Duration.ofSeconds(2);
  private static final int MOST_SLOW_BODIES = 1000;
  private static final int MOST_LOGINS_PER_SECOND = 100;
  private static final int SLOWER = 12;
  private static final int ROUNDS = 8;
  private static final int ASKED = 100;

  /** On a process of its own: the flood takes all tries of this address. */
  @Test
  void holdsNobodyUpWhoWorks() {
    TestApi.shared();
    try (var context = TestApi.start(TestApi.settings())) {
      var api = TestApi.of(context);
      int port = URI.create(api.url()).getPort();
      await().atMost(Duration.ofMinutes(1)).until(() -> search(api).getAsInt() == 200);
      var loginLimit = limit(SLOWEST_LOGIN, logIn(api));
      var searchLimit = limit(SLOWEST_SEARCH, search(api));
      int answers = answersPerSecond(api);
      // More than may be on their way at once.
      int slowBodies = Math.clamp(answers, 400, MOST_SLOW_BODIES);
      try (var flood =
          Flood.begin(port, slowBodies, Math.clamp(answers / 10, 20, MOST_LOGINS_PER_SECOND))) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> flood.counts().getOrDefault("slow body", 0L) >= slowBodies);
        var logins = new ArrayList<Duration>();
        var searches = new ArrayList<Duration>();
        for (int round = 0; round < ROUNDS; round++) {
          logins.add(timed(logIn(api), 200));
          for (int i = 0; i < 20; i++) {
            searches.add(timed(search(api), 200));
          }
        }
        assertThat(logins).allMatch(time -> time.compareTo(loginLimit) < 0);
        assertThat(searches).allMatch(time -> time.compareTo(searchLimit) < 0);
        var counts = flood.counts();
        assertThat(counts).containsKey("login 429").containsKey("slow body 503");
        // The flood itself gives up some where other programs take the processors.
        assertThat(counts.getOrDefault("login without an answer", 0L))
            .isLessThan(counts.getOrDefault("login 429", 0L) / 20);
        // Slow bodies have no thread; what has one are logins that wait for their turn.
        assertThat(busyThreads()).isLessThan(100);
      }
    }
  }

  /** Returns how many requests, one after the other, the machine answers in a second. */
  private static int answersPerSecond(TestApi api) {
    var time = Duration.ZERO;
    for (int i = 0; i < 2 * ASKED; i++) {
      var one = timed(() -> api.get("/api/health").status(), 200);
      // The first ones are slower than what follows.
      time = i < ASKED ? Duration.ZERO : time.plus(one);
    }
    return (int) (ASKED * Duration.ofSeconds(1).toNanos() / time.toNanos());
  }

  private static IntSupplier logIn(TestApi api) {
    return () -> api.logIn("admin", TestApi.ADMIN_PASSWORD).status();
  }

  private static IntSupplier search(TestApi api) {
    return () -> api.get("/api/search/?q=orders").status();
  }

  /** On a machine that is busy with other things, everything takes longer, flood or not. */
  private static Duration limit(Duration promised, IntSupplier call) {
    var slowest = Duration.ZERO;
    for (int i = 0; i < 5; i++) {
      var time = timed(call, 200);
      slowest = time.compareTo(slowest) > 0 ? time : slowest;
    }
    var onThisMachine = slowest.multipliedBy(SLOWER);
    return onThisMachine.compareTo(promised) > 0 ? onThisMachine : promised;
  }

  private static Duration timed(IntSupplier call, int status) {
    long began = System.nanoTime();
    assertThat(call.getAsInt()).isEqualTo(status);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static long busyThreads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("http-nio"))
        .filter(
            thread ->
                Arrays.stream(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().endsWith("Http11Processor")))
        .count();
  }
}
