package io.gazetteer.worker.index;

import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.WorkFailedException;

/** The index as a whole cannot be written or read now; a later try may succeed. */
public final class IndexException extends WorkFailedException {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;

  public IndexException(String message, Throwable cause) {
    this(message, 0);
    initCause(cause);
  }

  public IndexException(String message) {
    this(message, 0);
  }

  public IndexException(int status, String endpoint) {
    this("The index answered " + status + " to " + endpoint, status);
  }

  private IndexException(String message, int status) {
    super(new Failure("index_unavailable", message), true);
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
}
