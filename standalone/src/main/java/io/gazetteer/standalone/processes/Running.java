package io.gazetteer.standalone.processes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A child process that was started. */
interface Running {
  /** Done when it has ended, for whatever reason. */
  CompletableFuture<?> onExit();

  /** Asks it to end, kills it when it has not after this long; returns when it is gone. */
  void stop(Duration patience);
}
