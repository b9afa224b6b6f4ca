package io.gazetteer.common.index;

/** Says that the search index refuses a request or a document, and will refuse it again. */
public final class IndexRefusedException extends IndexException {
  private static final long serialVersionUID = 1L;

  public IndexRefusedException(String message) {
    super(message);
  }

  IndexRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
