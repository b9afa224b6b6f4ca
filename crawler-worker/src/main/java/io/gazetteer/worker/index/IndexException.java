package io.gazetteer.worker.index;

import io.gazetteer.worker.Failure;

/** The index as a whole cannot be written or read now; a later try may succeed. */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IndexException(String message, Throwable cause) {
    super(message, cause);
  }

  IndexException(String message) {
    super(message);
  }

  /** Why, for people. */
  public Failure failure() {
    return new Failure("index_unavailable", String.valueOf(getMessage()));
  }
}
