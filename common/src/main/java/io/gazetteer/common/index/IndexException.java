package io.gazetteer.common.index;

import org.jspecify.annotations.Nullable;

/** Says that the search index has not done what it was asked to do. */
public abstract sealed class IndexException extends RuntimeException
    permits IndexUnavailableException, IndexRefusedException {
  IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  IndexException(String message) {
    super(message);
  }
}
