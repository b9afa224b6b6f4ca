package io.gazetteer.worker.rebuild;

import io.gazetteer.worker.lease.Failure;

/** A rebuild that cannot be done, however often it is tried. */
final class RebuildRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  RebuildRefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  Failure failure() {
    return new Failure(code, String.valueOf(getMessage()));
  }
}
