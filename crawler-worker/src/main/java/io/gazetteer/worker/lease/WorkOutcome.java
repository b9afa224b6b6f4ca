package io.gazetteer.worker.lease;

/** Says how an attempt at a piece of work ended. */
public enum WorkOutcome {
  /** There was nothing to do: someone else does it, or has done it. */
  NOTHING,
  DONE,
  /** It is to be tried again. */
  RETRIED,
  FAILED,
  /** It was taken away from this worker. */
  LEASE_LOST
}
