package io.gazetteer.common.index;

import org.jspecify.annotations.Nullable;

/** Says that the search index does not answer or cannot do it now; a later try may succeed. */
public final class IndexUnavailableException extends IndexException {
  private static final long serialVersionUID = 1L;

  /** Says why the index does not do it now. */
  public enum Reason {
    /** It does not answer, or not as it should. */
    AWAY,
    /** It has no room for the request now. */
    BUSY,
    /** The index or the point in time that was asked is not there. */
    MISSING,
    /** Somebody has closed the index: it is there, and cannot be read or written. */
    CLOSED,
    /** A block forbids it, for example on a disk that is full. */
    BLOCKED
  }

  private final Reason reason;

  public IndexUnavailableException(String message) {
    super(message);
    reason = Reason.AWAY;
  }

  public IndexUnavailableException(String message, Throwable cause) {
    super(message, cause);
    reason = Reason.AWAY;
  }

  IndexUnavailableException(String message, Reason reason, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Says that what is asked for is gone for now, and will be back. */
  public static IndexUnavailableException missing(String message) {
    return new IndexUnavailableException(message, Reason.MISSING, null);
  }

  public Reason reason() {
    return reason;
  }

  /** Returns whether the index has no room for the request now. */
  public boolean isBusy() {
    return reason == Reason.BUSY;
  }

  /** Returns whether the index or the point in time that was asked is not there. */
  public boolean isMissing() {
    return reason == Reason.MISSING;
  }
}
