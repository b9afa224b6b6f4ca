package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.CallerNetwork;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** The oldest first. */
  private final Map<Body, Integer> large = new LinkedHashMap<>();

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

  /**
   * Adds a body; returns the one to send away. That one is taken out at once: whoever comes next
   * finds another one, and does not wait for the same.
   */
  synchronized Optional<Body> put(Body body, String network) {
    networks.put(body, network);
    byNetwork.computeIfAbsent(network, key -> new LinkedHashSet<>()).add(body);
    if (networks.size() <= most) {
      return Optional.empty();
    }
    var crowded =
        byNetwork.values().stream()
            .max(Comparator.comparingInt(Set::size))
            .map(bodies -> bodies.iterator().next());
    crowded.ifPresent(this::remove);
    return crowded;
  }

  /**
   * Takes room for so many more bytes of a large body. When there is none, the oldest large one of
   * the network that has most of it is to be sent away, which may be this one.
   */
  synchronized Optional<Body> takeRoom(Body body, int bytes) {
    largeBytes += bytes;
    large.merge(body, bytes, Integer::sum);
    if (largeBytes <= MOST_LARGE_BYTES) {
      return Optional.empty();
    }
    var oldest = oldestLarge();
    oldest.ifPresent(this::remove);
    return oldest;
  }

  private Optional<Body> oldestLarge() {
    var bytes = new HashMap<String, Integer>();
    large.forEach((body, size) -> bytes.merge(network(body), size, Integer::sum));
    var most = Collections.max(bytes.entrySet(), Map.Entry.comparingByValue()).getKey();
    return large.keySet().stream().filter(body -> network(body).equals(most)).findFirst();
  }

  private String network(Body body) {
    return networks.getOrDefault(body, "");
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

  synchronized int largeBytes() {
    return largeBytes;
  }

  synchronized int count() {
    return networks.size();
  }
}
