package io.gazetteer.api.search.meaning;

import java.util.ArrayList;
import java.util.Arrays;
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
  private volatile Vectors vectors = new Vectors(new long[0], new PackedVector[0], Map.of());

  private record Vectors(long[] keys, PackedVector[] packed, Map<Long, PackedVector> byKey) {}

  /** A key and how near it is to what is looked for: 1 for the same, 0 for nothing in common. */
  record Near(long key, double similarity) {}

  /** Adds vectors, or replaces them. */
  synchronized void add(Map<Long, PackedVector> more) {
    var all = new HashMap<>(vectors.byKey());
    all.putAll(more);
    replace(all);
  }

  /** Keeps only those with one of these keys. */
  synchronized void keep(Set<Long> keys) {
    var all = new HashMap<>(vectors.byKey());
    all.keySet().retainAll(keys);
    replace(all);
  }

  private void replace(Map<Long, PackedVector> all) {
    var keys = all.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    vectors =
        new Vectors(
            keys,
            Arrays.stream(keys).mapToObj(all::get).toArray(PackedVector[]::new),
            Map.copyOf(all));
  }

  /** The keys that have no vector, of these. */
  Set<Long> missing(Set<Long> keys) {
    var missing = new HashSet<>(keys);
    missing.removeAll(vectors.byKey().keySet());
    return missing;
  }

  int size() {
    return vectors.keys().length;
  }

  OptionalDouble similarity(long key, float[] wanted) {
    var packed = vectors.byKey().get(key);
    return packed == null ? OptionalDouble.empty() : OptionalDouble.of(packed.dot(wanted));
  }

  /**
   * The keys that are nearest, the nearest first.
   *
   * @param most how many at most
   * @param least how near they must be
   */
  List<Near> nearest(float[] wanted, int most, double least) {
    var now = vectors;
    var best = new PriorityQueue<Near>((a, b) -> Double.compare(a.similarity(), b.similarity()));
    for (int i = 0; i < now.keys().length; i++) {
      double similarity = now.packed()[i].dot(wanted);
      if (similarity >= least && (best.size() < most || similarity > best.element().similarity())) {
        best.add(new Near(now.keys()[i], similarity));
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
