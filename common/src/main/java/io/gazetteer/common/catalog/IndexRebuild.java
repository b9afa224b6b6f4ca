package io.gazetteer.common.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Describes one rebuild of the search index. While it is live, no crawl goes on.
 *
 * @param tablesTotal null until it is known
 * @param error why it failed, or why its last attempt did
 */
public record IndexRebuild(
    UUID id,
    Reason reason,
    State state,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long tablesCopied,
    @Nullable Long tablesTotal,
    @Nullable RebuildError error) {

  /** Says why the index is rebuilt. */
  public enum Reason {
    /** Someone asked for it; the crawls that follow write every table again. */
    REQUESTED,
    /** The program has a newer definition than the index. */
    NEW_DEFINITION
  }

  /** Names the states of a rebuild in their order; the last two are final. */
  public enum State {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED;

    public boolean isLive() {
      return this == PENDING || this == RUNNING;
    }
  }

  /** Says why a rebuild failed; the code is stable, the message is for people. */
  public record RebuildError(String code, String message) {}
}
