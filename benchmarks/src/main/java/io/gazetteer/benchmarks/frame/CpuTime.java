package io.gazetteer.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The processor time that processes and their children took, which other work on the machine hardly
 * changes. Linux tells it in hundredths of a second.
 */
public final class CpuTime {
  private static final double TICKS_PER_SECOND = 100;
  private static final int FIRST_TIME = 11;
  private static final int TIMES = 4;
  private static final int QUIET_SECONDS = 5;

  /** Of one core: idle servers keep themselves busy with a few hundredths. */
  private static final double QUIET_SHARE = 0.2;

  private static final Duration LONGEST_WORK = Duration.ofMinutes(30);

  private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

  public CpuTime add(String name, ProcessHandle process) {
    processes.put(name, process);
    return this;
  }

  /** Does something; returns what each process took meanwhile. */
  public String during(Work.Step step) throws Exception {
    letChildrenEnd();
    var before = seconds();
    step.run();
    letChildrenEnd();
    return seconds().entrySet().stream()
        .map(
            now ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f s",
                    now.getKey(),
                    now.getValue() - before.getOrDefault(now.getKey(), 0.0)))
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns when the processes have hardly worked for some seconds: what was left to do in the
   * background, such as merging segments or making vectors, is done.
   *
   * @throws IllegalStateException if they still work after half an hour
   */
  public void awaitQuiet() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_WORK.toNanos();
    double worked = Double.MAX_VALUE;
    while (worked > QUIET_SHARE * QUIET_SECONDS) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the processes are not quiet after " + LONGEST_WORK);
      }
      double before = sum();
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      worked = sum() - before;
    }
  }

  private double sum() throws IOException {
    return seconds().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The process of a connection that was just closed is counted by neither side for a moment. */
  private static void letChildrenEnd() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(500);
  }

  private Map<String, Double> seconds() throws IOException {
    var seconds = new LinkedHashMap<String, Double>();
    for (var process : processes.entrySet()) {
      seconds.put(process.getKey(), withChildren(process.getValue()));
    }
    return seconds;
  }

  private static double withChildren(ProcessHandle process) throws IOException {
    double sum = of(process);
    // Our own children are servers, which are asked for by their own names.
    if (process.pid() != ProcessHandle.current().pid()) {
      for (var child : process.descendants().toList()) {
        sum += of(child);
      }
    }
    return sum;
  }

  /** Its own time and that of children that have ended. */
  private static double of(ProcessHandle process) throws IOException {
    var file = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (Files.notExists(file)) {
      return 0;
    }
    var stat = Files.readString(file);
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double ticks = 0;
    for (int field = FIRST_TIME; field < FIRST_TIME + TIMES; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
