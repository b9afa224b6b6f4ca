package io.gazetteer.worker.introspect;

/** Says why one relation could not be read, in the words a crawl's report uses. */
public enum FailureCode {
  LOCKED("locked", "Another session holds a lock on it"),
  BROKEN_VIEW("broken_view", "The source cannot resolve what the view refers to"),
  PERMISSION_DENIED("permission_denied", "The user may not look at it"),
  TIMEOUT("timeout", "Reading it took longer than the statement timeout"),
  ENCODING_ERROR("encoding_error", "A text of it has bytes that the database's encoding lacks"),
  CHANGED_WHILE_READING("changed_while_reading", "It kept changing while it was read"),
  SOURCE_ERROR("source_error", "The source answered with an error");

  private final String code;
  private final String message;

  FailureCode(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** Returns the outcome for a relation that failed in this way. */
  public ReadOutcome.Failed of(RelationRef ref) {
    return new ReadOutcome.Failed(ref, code, message);
  }

  /** Returns the stable code, as reported. */
  public String code() {
    return code;
  }
}
