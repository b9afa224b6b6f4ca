package io.gazetteer.worker.lease;

import io.gazetteer.common.source.SourceException;
import java.time.Duration;

/**
 * Describes a kind of work that is done under a lease: what to do, and its moves in the catalog
 * store. {@link Attempts} decides which of them comes next.
 *
 * @param <T> one piece of the work
 */
public interface LeasedWork<T> {

  /** Names a piece of work in messages, for example {@code the plan of crawl 5}. */
  String name(T work);

  /** Says how often the work is tried. */
  RetryPolicy retries();

  /** Says whether the work waits for the index for as long as it is away. */
  default boolean waitsForIndex() {
    return false;
  }

  /** Renews the lease in the store and keeps the progress; false when the work is not ours now. */
  boolean renew(Claim<T> claim, WorkProgress progress);

  /**
   * Does the work and stores that it is done.
   *
   * @throws LeaseLostException when the work is no longer ours; nothing is stored then
   * @throws WorkFailedException when the work cannot be done now
   * @throws SourceException when the source cannot be read
   */
  void run(Claim<T> claim, Lease lease) throws SourceException;

  /** Lets any worker try again after the pause; does nothing when the work is no longer ours. */
  void retryLater(Claim<T> claim, Failure failure, Duration pause);

  /**
   * Lets any worker try again after the pause, as if this attempt had not been: the index was away,
   * for which nobody can blame the source, or the source's server had no connection left. Does
   * nothing when the work is no longer ours.
   */
  default void excuse(Claim<T> claim, Failure failure, Duration pause) {
    retryLater(claim, failure, pause);
  }

  /**
   * Stores that the work has failed and is not tried again.
   *
   * @throws LeaseLostException when the work is no longer ours; nothing is stored then
   */
  void giveUp(Claim<T> claim, Failure failure);
}
