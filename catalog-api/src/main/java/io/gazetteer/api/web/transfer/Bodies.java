package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.CallerNetwork;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bodies that are on their way, and so the memory they take. When there are too many,
 * the network that sends most of them loses its oldest: an honest body is there in a moment, so
 * that it is never the oldest of many. Thread safe.
 */
final class Bodies {
  /** Limits what large bodies take together, beyond what every body may have. */
  static final int MOST_LARGE_BYTES = 16 * 1024 * 1024;

  private final int most;
  private final Map<String, Set<Body>> byNetwork = new HashMap<>();
  private final Map<Body, String> networks = new HashMap<>();
  private final Map<Body, Integer> large = new HashMap<>();
  private int largeBytes;

  Bodies(int most) {
    this.most = most;
  }

  /** Adds a body, and sends another one away if there are too many. */
  void add(Body body, @Nullable String address) throws IOException {
    var crowded = put(body, CallerNetwork.of(address)).orElse(null);
    if (crowded != null) {
      crowded.sendAway();
    }
  }

  private synchronized Optional<Body> put(Body body, String network) {
    networks.put(body, network);
    byNetwork.computeIfAbsent(network, key -> new LinkedHashSet<>()).add(body);
    if (networks.size() <= most) {
      return Optional.empty();
    }
    return byNetwork.values().stream()
        .max(Comparator.comparingInt(Set::size))
        .map(bodies -> bodies.iterator().next());
  }

  /** Takes room for so many more bytes of a large body; false when large ones have it all. */
  synchronized boolean takeRoom(Body body, int bytes) {
    if (largeBytes + bytes > MOST_LARGE_BYTES) {
      return false;
    }
    largeBytes += bytes;
    large.merge(body, bytes, Integer::sum);
    return true;
  }

  synchronized void remove(Body body) {
    largeBytes -= large.getOrDefault(body, 0);
    large.remove(body);
    var network = networks.remove(body);
    if (network != null) {
      byNetwork.computeIfPresent(
          network,
          (key, bodies) -> {
            bodies.remove(body);
            return bodies.isEmpty() ? null : bodies;
          });
    }
  }

  synchronized int count() {
    return networks.size();
  }
}
