package io.gazetteer.standalone.processes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Keeps processes running, and stops them together. Thread safe. */
public final class Keepers {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Progress progress;
  private final List<Keeper> kept = new ArrayList<>();
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
  private boolean stopping;

  public Keepers(Progress progress) {
    this.progress = progress;
  }

  /**
   * Starts a process and keeps it running.
   *
   * @param restarts how often within ten minutes it may be started again
   */
  public void start(String name, int restarts, Supplier<Running> starter) {
    var budget = new RestartBudget(restarts, WINDOW, InstantSource.system());
    var keeper = new Keeper(name, starter, budget, progress, givenUp::completeExceptionally);
    if (add(keeper)) {
      keeper.start();
    }
  }

  private synchronized boolean add(Keeper keeper) {
    return !stopping && kept.add(keeper);
  }

  /** Returns a future that fails when one of the processes died too often. */
  CompletableFuture<Void> givenUp() {
    return givenUp;
  }

  /** Stops all at the same time; returns when all are gone. */
  public void stop() {
    try (var threads = Executors.newCachedThreadPool()) {
      forbidStarts().forEach(keeper -> threads.execute(keeper::stop));
    }
  }

  private synchronized List<Keeper> forbidStarts() {
    stopping = true;
    return List.copyOf(kept);
  }
}
