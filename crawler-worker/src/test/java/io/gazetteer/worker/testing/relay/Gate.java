package io.gazetteer.worker.testing.relay;

/** Decides what becomes of each request. Is called by many threads. */
public interface Gate {
  /** What becomes of a request. */
  enum Verdict {
    /** It goes through, and so does its answer. */
    PASS,
    /** It never arrives, and its sender waits. */
    HOLD,
    /** It arrives, and its sender waits for the answer. */
    HOLD_ANSWER,
    /** It arrives, and the connection ends before its answer. */
    CUT
  }

  /**
   * Judges one request.
   *
   * @param connection the same object for all requests of one connection
   */
  Verdict judge(Object connection, Request request);
}
