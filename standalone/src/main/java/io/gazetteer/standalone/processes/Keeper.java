package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.CannotStartException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one process running until told to stop: starts it again when it dies. Thread safe. */
final class Keeper {
  private final String name;
  private final Supplier<Running> starter;
  private final RestartBudget budget;
  private final Progress progress;
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Running process;
  private boolean stopping;

  Keeper(String name, Supplier<Running> starter, RestartBudget budget, Progress progress) {
    this.name = name;
    this.starter = starter;
    this.budget = budget;
    this.progress = progress;
  }

  /** Starts it for the first time; a failure to do so is the caller's. */
  void start() {
    lock.lock();
    try {
      if (!stopping) {
        var started = starter.get();
        process = started;
        started.onExit().thenRun(() -> Thread.startVirtualThread(this::restart));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Fails with a {@link CannotStartException} when it died too often. */
  CompletableFuture<Void> givenUp() {
    return givenUp;
  }

  private void restart() {
    if (isStopping()) {
      return;
    }
    var pause = budget.spend();
    if (pause.isEmpty()) {
      givenUp.completeExceptionally(
          new CannotStartException(name + " ended again and again: see the logs folder for why."));
      return;
    }
    progress.say(name + " ended: starting it again");
    CompletableFuture.delayedExecutor(
            pause.get().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
        .execute(this::startAgain);
  }

  private void startAgain() {
    try {
      start();
    } catch (RuntimeException e) {
      progress.say(name + " did not start: " + e.getMessage());
      restart();
    }
  }

  private boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a start that is under way, so that nothing is left behind. */
  void stop(Duration patience) {
    lock.lock();
    try {
      stopping = true;
      if (process != null) {
        process.stop(patience);
      }
    } finally {
      lock.unlock();
    }
  }
}
