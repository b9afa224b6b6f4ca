package io.gazetteer.standalone.processes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kills processes that neither end nor finish starting. */
public final class LastResort {
  private LastResort() {}

  /** Kills every process below this one that is still there after this time. */
  public static void afterwards(Duration limit) {
    CompletableFuture.delayedExecutor(
            limit.toMillis(),
            TimeUnit.MILLISECONDS,
            task -> Thread.ofPlatform().daemon().start(task))
        .execute(
            () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly));
  }
}
