package io.gazetteer.common.index;

/** Says that the search index does not answer or cannot do it now; a later try may succeed. */
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

  /** Returns whether the index has no room for the request now. */
  public boolean isBusy() {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }

  /** Returns whether the index or the point in time that was asked is not there. */
  public boolean isMissing() {
    return status == NOT_FOUND;
  }
}
