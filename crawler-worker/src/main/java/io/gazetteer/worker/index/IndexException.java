package io.gazetteer.worker.index;

import io.gazetteer.worker.lease.Failure;

/** The index as a whole cannot be written or read now; a later try may succeed. */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;

  public IndexException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  public IndexException(String message) {
    super(message);
    this.status = 0;
  }

  public IndexException(int status, String endpoint) {
    super("The index answered " + status + " to " + endpoint);
    this.status = status;
  }

  /** The index has no room for the request now. */
  public boolean isBusy() {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }

  /** There is no such index. */
  public boolean isMissing() {
    return status == NOT_FOUND;
  }

  /** Why, for people. */
  public Failure failure() {
    return new Failure("index_unavailable", String.valueOf(getMessage()));
  }
}
