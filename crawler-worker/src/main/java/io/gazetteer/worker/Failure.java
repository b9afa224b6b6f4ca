package io.gazetteer.worker;

/** Why something failed: a stable code and a sentence for people, without secrets. */
public record Failure(String code, String message) {

  /** A mistake of ours; the log has the details. */
  public static Failure internal() {
    return new Failure("internal_error", "Something went wrong here; the worker's log says what");
  }
}
