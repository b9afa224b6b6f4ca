package io.gazetteer.api.operations.health;

import java.util.List;

/**
 * One part that Gazetteer needs, as administrators see it.
 *
 * @param state {@code UP} or {@code DOWN}; that of the search index in more words
 * @param lags what waits there
 */
public record PartView(String name, String state, List<Lag> lags) {
  public PartView {
    lags = List.copyOf(lags);
  }

  /**
   * What waits.
   *
   * @param oldestSeconds for how long the oldest has waited; 0 when nothing does, or nobody knows
   */
  public record Lag(String what, long waiting, long oldestSeconds) {}
}
