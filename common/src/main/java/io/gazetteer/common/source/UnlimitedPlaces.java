package io.gazetteer.common.source;

import org.jspecify.annotations.Nullable;

/** Gives a place to everyone. */
final class UnlimitedPlaces implements ServerPlaces {
  @Override
  public Place take(String server, @Nullable Integer most) {
    return () -> {};
  }

  @Override
  public boolean isUnknown(String server) {
    return false;
  }

  @Override
  public void learn(String server, int connections) {
    // Nothing is limited by it.
  }
}
