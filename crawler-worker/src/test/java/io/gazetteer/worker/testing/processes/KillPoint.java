package io.gazetteer.worker.testing.processes;

import io.gazetteer.worker.testing.relay.Gate.Verdict;

/**
 * Where a worker is killed.
 *
 * @param label what it asks of a store
 * @param occurrence the how many-th time in the crawl, from 1
 * @param verdict whether it asks in vain, or only never hears the answer
 */
public record KillPoint(String label, int occurrence, Verdict verdict) {
  @Override
  public String toString() {
    var when = verdict == Verdict.HOLD ? "before" : "after";
    return "%s %s (%d)".formatted(when, label, occurrence);
  }
}
