package io.gazetteer.common.index;

/** Says that the search index has not done what it was asked to do. */
public abstract sealed class IndexException extends RuntimeException
    permits IndexUnavailableException, IndexRefusedException {
  IndexException(String message, Throwable cause) {
    super(message, cause);
  }

  IndexException(String message) {
    super(message);
  }
}
