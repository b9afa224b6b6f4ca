package io.gazetteer.benchmarks.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Takes turns: whatever else the machine does meanwhile meets all that is compared alike. Every
 * time is told on the error output as it comes.
 */
public final class Rounds {
  private final Map<String, Timed> works = new LinkedHashMap<>();

  private record Timed(Work work, List<Double> seconds) {}

  /** Adds something to do in each round, after what was added before. */
  public Rounds add(String name, Work work) {
    works.put(name, new Timed(work, new ArrayList<>()));
    return this;
  }

  /** Runs a number of rounds more. */
  public Rounds run(int rounds) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      for (var work : works.entrySet()) {
        double time = work.getValue().work().seconds();
        work.getValue().seconds().add(time);
        Console.say("round %d of %d: %s %.4f s".formatted(round, rounds, work.getKey(), time));
      }
    }
    return this;
  }

  /** The median of its times, in seconds. */
  public double median(String name) {
    return median(secondsOf(name));
  }

  /** The median of some numbers; the upper one of two. */
  public static double median(Collection<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private List<Double> secondsOf(String name) {
    return Objects.requireNonNull(works.get(name), name).seconds();
  }

  /** How many times longer one took than another, by their medians. */
  public double ratio(String name, String floor) {
    return median(name) / median(floor);
  }

  /** Its median, and the quickest and slowest in brackets; in milliseconds below a second. */
  public String times(String name) {
    var sorted = secondsOf(name).stream().sorted().toList();
    int factor = median(name) < 1 ? 1000 : 1;
    return String.format(
        Locale.ROOT,
        "%s %.2f %s [%.2f-%.2f]",
        name,
        factor * median(name),
        factor == 1 ? "s" : "ms",
        factor * sorted.getFirst(),
        factor * sorted.getLast());
  }
}
