package io.gazetteer.standalone.model;

import static org.awaitility.Awaitility.await;

import io.gazetteer.standalone.support.ApplicationProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Kills workers and pauses them, one at a time, for as long as something else goes on. */
final class Chaos {
  private final Supplier<ApplicationProcess> starter;
  private final Duration pause;
  private final Random random;
  private final List<ApplicationProcess> workers = new ArrayList<>();
  private int kills;
  private int pauses;

  /**
   * @param pause how long a worker is stopped: longer than its lease
   */
  Chaos(Supplier<ApplicationProcess> starter, int workers, Duration pause, Random random) {
    this.starter = starter;
    this.pause = pause;
    this.random = random;
    for (int i = 0; i < workers; i++) {
      this.workers.add(starter.get());
    }
    this.workers.forEach(Chaos::awaitUp);
  }

  /** Returns when nothing goes on any more; every worker runs then. */
  void run(Supplier<Boolean> goesOn) {
    while (goesOn.get()) {
      sleep(Duration.ofMillis(1_000 + random.nextInt(4_000)));
      int victim = random.nextInt(workers.size());
      // A worker that starts takes the machine for seconds: more often, and little else would run.
      if (random.nextInt(10) == 0) {
        kill(victim);
      } else {
        pause(victim);
      }
    }
    System.out.printf("%d workers were killed, %d paused%n", kills, pauses);
  }

  int disturbances() {
    return kills + pauses;
  }

  private void kill(int victim) {
    workers.get(victim).kill();
    workers.set(victim, starter.get());
    awaitUp(workers.get(victim));
    kills++;
  }

  private void pause(int victim) {
    workers.get(victim).pause();
    sleep(pause);
    workers.get(victim).resume();
    pauses++;
  }

  private static void awaitUp(ApplicationProcess worker) {
    await("a worker that works")
        .atMost(Duration.ofMinutes(5))
        .until(() -> worker.log().contains("Started CrawlerWorkerApplication"));
  }

  private static void sleep(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
