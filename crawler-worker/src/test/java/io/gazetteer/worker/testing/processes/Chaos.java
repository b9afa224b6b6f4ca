package io.gazetteer.worker.testing.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills workers and pauses them, one at a time, for as long as something else goes on. */
public final class Chaos {
  private static final Logger log = LoggerFactory.getLogger(Chaos.class);

  private final Supplier<WorkerProcess> starter;
  private final Duration pause;
  private final Random random;
  private final List<WorkerProcess> workers = new ArrayList<>();
  private int kills;
  private int pauses;

  /**
   * @param pause how long a worker is stopped: longer than its lease
   */
  public Chaos(Supplier<WorkerProcess> starter, int workers, Duration pause, Random random) {
    this.starter = starter;
    this.pause = pause;
    this.random = random;
    for (int i = 0; i < workers; i++) {
      this.workers.add(starter.get());
    }
    this.workers.forEach(WorkerProcess::awaitUp);
  }

  /** Returns when nothing goes on any more; every worker runs then. */
  public void run(Supplier<Boolean> goesOn) {
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
    log.info("{} workers were killed, {} paused", kills, pauses);
  }

  public int disturbances() {
    return kills + pauses;
  }

  private void kill(int victim) {
    workers.get(victim).kill();
    workers.set(victim, starter.get());
    workers.get(victim).awaitUp();
    kills++;
  }

  private void pause(int victim) {
    workers.get(victim).pause();
    sleep(pause);
    workers.get(victim).resume();
    pauses++;
  }

  private static void sleep(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
