package io.gazetteer.worker.lease;

/**
 * Holds a piece of work that this worker has claimed. A store accepts a move of it only while the
 * attempt is still the latest one.
 *
 * @param attempt how often the work has been claimed, this time included
 * @param excused how many earlier attempts count for nothing, since the index was away, or the
 *     server of the source was full
 */
public record Claim<T>(T work, int attempt, int excused) {

  /** Makes a claim of work of which no attempt is excused. */
  public Claim(T work, int attempt) {
    this(work, attempt, 0);
  }

  /** Returns how often the work has been tried, this time included. */
  public int tries() {
    return attempt - excused;
  }
}
