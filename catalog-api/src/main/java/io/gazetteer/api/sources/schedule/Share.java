package io.gazetteer.api.sources.schedule;

import java.time.Duration;
import java.util.UUID;

/**
 * A data source's own place in any span of time: always the same for the same id, and even over
 * many ids, so that what starts in one span starts all over it. No process needs to know of the
 * other data sources for that.
 */
record Share(long hash) {

  static Share of(UUID id) {
    return new Share(
        mix(id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)));
  }

  /**
   * Mixes bits like the finalizer of MurmurHash3: ids that follow each other come out far apart.
   */
  private static long mix(long bits) {
    bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return bits ^ (bits >>> 33);
  }

  /** Returns whole seconds, from nothing to less than this span. */
  Duration of(Duration span) {
    long seconds = span.toSeconds();
    return seconds < 1 ? Duration.ZERO : Duration.ofSeconds(Math.floorMod(hash, seconds));
  }
}
