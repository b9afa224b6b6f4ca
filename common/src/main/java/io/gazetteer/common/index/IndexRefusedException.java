package io.gazetteer.common.index;

/** The search index refuses a request or a document: what is wrong with it will be wrong again. */
public final class IndexRefusedException extends IndexException {
  private static final long serialVersionUID = 1L;

  public IndexRefusedException(String message) {
    super(message);
  }

  IndexRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
