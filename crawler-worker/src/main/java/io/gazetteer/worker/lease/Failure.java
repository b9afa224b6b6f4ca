package io.gazetteer.worker.lease;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.source.SourceException;

/** Says why something failed: a stable code and a sentence for people, without secrets. */
public record Failure(String code, String message) {

  public static Failure of(SourceException e) {
    return new Failure(e.code(), String.valueOf(e.getMessage()));
  }

  public static Failure of(IndexException e) {
    return new Failure("index_unavailable", String.valueOf(e.getMessage()));
  }

  /** Returns a failure of our own making; the log has the details. */
  public static Failure internal() {
    return new Failure("internal_error", "Something went wrong here; the worker's log says what");
  }
}
