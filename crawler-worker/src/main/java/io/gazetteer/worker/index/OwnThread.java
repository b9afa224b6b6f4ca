package io.gazetteer.worker.index;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs a task on a thread of its own, while the caller does something else. Thread safe. */
public final class OwnThread<T> {
  private final CompletableFuture<T> result;

  private OwnThread(CompletableFuture<T> result) {
    this.result = result;
  }

  /** Starts the task at once, on a thread with this name. */
  public static <T> OwnThread<T> start(String name, Supplier<T> task) {
    return new OwnThread<>(
        CompletableFuture.supplyAsync(
            task, work -> Thread.ofPlatform().daemon().name(name).start(work)));
  }

  /** Waits for the task's result; throws what the task threw. */
  public T await() {
    try {
      return result.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** Waits for the task's end, however it ends. */
  void awaitEnd() {
    result.handle((value, failure) -> null).join();
  }
}
