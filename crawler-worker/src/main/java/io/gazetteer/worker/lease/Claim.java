package io.gazetteer.worker.lease;

/**
 * Holds a piece of work that this worker has claimed. A store accepts a move of it only while the
 * attempt is still the latest one.
 *
 * @param attempt how often the work has been claimed, this time included
 */
public record Claim<T>(T work, int attempt) {}
