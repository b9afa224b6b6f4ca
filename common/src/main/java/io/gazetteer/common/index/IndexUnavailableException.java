package io.gazetteer.common.index;

/**
 * The search index does not answer, or cannot do what it is asked to do now; a later try may
 * succeed.
 */
public final class IndexUnavailableException extends IndexException {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;

  public IndexUnavailableException(String message) {
    super(message);
    status = 0;
  }

  public IndexUnavailableException(String message, Throwable cause) {
    super(message, cause);
    status = 0;
  }

  IndexUnavailableException(int status, String endpoint, Throwable cause) {
    super("The index answered " + status + " to " + endpoint, cause);
    this.status = status;
  }

  /** Whether the index has no room for the request now. */
  public boolean isBusy() {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }

  /** Whether what the request was about is not there: an index, or a point in time. */
  public boolean isMissing() {
    return status == NOT_FOUND;
  }
}
