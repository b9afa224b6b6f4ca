package io.gazetteer.api.search.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Holds the vector of each table in memory, some 450 bytes each, by the key that copies of a table
 * share. Thread safe: readers see the vectors as they were at one moment.
 */
@Component
final class TableVectors {
  private volatile Map<Long, PackedVector> vectors = Map.of();

  /** A key and how near it is to what is looked for: 1 for the same, 0 for nothing in common. */
  record Near(long key, double similarity) {}

  /** Adds vectors, or replaces them. */
  synchronized void add(Map<Long, PackedVector> more) {
    var all = new HashMap<>(vectors);
    all.putAll(more);
    vectors = Map.copyOf(all);
  }

  /** Keeps only those with one of these keys. */
  synchronized void keep(Set<Long> keys) {
    var all = new HashMap<>(vectors);
    all.keySet().retainAll(keys);
    vectors = Map.copyOf(all);
  }

  /** The keys that have no vector, of these. */
  Set<Long> missing(Set<Long> keys) {
    var missing = new HashSet<>(keys);
    missing.removeAll(vectors.keySet());
    return missing;
  }

  int size() {
    return vectors.size();
  }

  OptionalDouble similarity(long key, float[] wanted) {
    var packed = vectors.get(key);
    return packed == null ? OptionalDouble.empty() : OptionalDouble.of(packed.dot(wanted));
  }

  /**
   * The keys that are nearest, the nearest first.
   *
   * @param most how many at most
   * @param least how near they must be
   */
  List<Near> nearest(float[] wanted, int most, double least) {
    var best = new PriorityQueue<Near>((a, b) -> Double.compare(a.similarity(), b.similarity()));
    for (Map.Entry<Long, PackedVector> one : vectors.entrySet()) {
      double similarity = one.getValue().dot(wanted);
      if (similarity >= least && (best.size() < most || similarity > best.element().similarity())) {
        best.add(new Near(one.getKey(), similarity));
        if (best.size() > most) {
          best.remove();
        }
      }
    }
    var nearest = new ArrayList<Near>();
    while (!best.isEmpty()) {
      nearest.add(best.remove());
    }
    return nearest.reversed();
  }
}
