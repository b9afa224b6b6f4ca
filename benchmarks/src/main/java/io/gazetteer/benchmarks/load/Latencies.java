package io.gazetteer.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/** Keeps how long calls took. Thread safe. */
public final class Latencies {
  private final List<Long> nanos = new ArrayList<>();

  public synchronized void add(long nanoseconds) {
    nanos.add(nanoseconds);
  }

  public synchronized int count() {
    return nanos.size();
  }

  /** The seconds within which half of the calls were answered. */
  public double p50() {
    return percentile(0.50);
  }

  /** The seconds within which 95 of 100 calls were answered. */
  public double p95() {
    return percentile(0.95);
  }

  /** The seconds within which 99 of 100 calls were answered. */
  public double p99() {
    return percentile(0.99);
  }

  private synchronized double percentile(double share) {
    var sorted = nanos.stream().sorted().toList();
    int last = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, last)) / 1e9;
  }
}
