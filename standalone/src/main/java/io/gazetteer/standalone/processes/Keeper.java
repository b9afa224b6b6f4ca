package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.CannotStartException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one process running until told to stop: starts it again when it dies. Thread safe. */
final class Keeper {
  private final String name;
  private final Supplier<Running> starter;
  private final RestartBudget budget;
  private final Progress progress;
  private final Consumer<CannotStartException> whenGivenUp;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Running process;
  private volatile boolean stopping;

  /**
   * Makes a keeper, which starts nothing yet.
   *
   * @param whenGivenUp is told when it died too often
   */
  Keeper(
      String name,
      Supplier<Running> starter,
      RestartBudget budget,
      Progress progress,
      Consumer<CannotStartException> whenGivenUp) {
    this.name = name;
    this.starter = starter;
    this.budget = budget;
    this.progress = progress;
    this.whenGivenUp = whenGivenUp;
  }

  /** Starts the process for the first time; the caller deals with a failure. */
  void start() {
    lock.lock();
    try {
      if (!stopping) {
        var started = starter.get();
        process = started;
        watch(started);
      }
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The listener is the result.
  private void watch(Running started) {
    started
        .process()
        .onExit()
        .thenRun(() -> Thread.ofPlatform().daemon().start(this::startAfterAPause));
  }

  private void startAfterAPause() {
    if (stopping) {
      return;
    }
    var pause = budget.spend();
    if (pause.isEmpty()) {
      whenGivenUp.accept(
          new CannotStartException(name + " ended again and again: its log says why."));
      return;
    }
    progress.say(name + " ended: starting it again");
    later(pause.get(), this::startAgain);
  }

  private static void later(Duration pause, Runnable task) {
    CompletableFuture.delayedExecutor(
            pause.toMillis(),
            TimeUnit.MILLISECONDS,
            work -> Thread.ofPlatform().daemon().start(work))
        .execute(task);
  }

  private void startAgain() {
    try {
      start();
    } catch (RuntimeException e) {
      progress.say(name + " did not start: " + e.getMessage());
      startAfterAPause();
    }
  }

  /** Waits for a start that is under way, so that nothing is left behind. */
  void stop() {
    stopping = true;
    lock.lock();
    try {
      if (process != null) {
        process.stop().run();
      }
    } finally {
      lock.unlock();
    }
  }
}
