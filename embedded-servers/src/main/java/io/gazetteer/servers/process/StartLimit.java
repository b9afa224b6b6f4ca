package io.gazetteer.servers.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Limits how long a process may take to start: not by the clock, since a busy machine makes every
 * start slow, but by what it does. It has as long as it lives and works. Not thread safe.
 */
public final class StartLimit {
  /** A process that works gets more even where a dozen others want the processor, too. */
  private static final Duration LEAST_WORK = Duration.ofSeconds(2);

  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Supplier<Duration> work;
  private final InstantSource clock;
  private final Instant begin;
  private Instant since;
  private Duration workSince;

  StartLimit(Supplier<Duration> work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
    this.begin = clock.instant();
    this.since = begin;
    this.workSince = work.get();
  }

  /** Begins to look at a process and all that it starts. */
  public static StartLimit of(ProcessHandle process) {
    return new StartLimit(() -> cpu(process), InstantSource.system());
  }

  private static Duration cpu(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns whether it has done next to nothing for a minute; to be asked every now and then. */
  public boolean isOver() {
    var now = clock.instant();
    if (now.isBefore(since.plus(IDLE))) {
      return false;
    }
    var done = work.get();
    // Less than before: a child of it has ended, after work.
    boolean works =
        done.compareTo(workSince) < 0 || done.minus(workSince).compareTo(LEAST_WORK) >= 0;
    since = now;
    workSince = done;
    return !works || now.isAfter(begin.plus(LONGEST));
  }

  /** Returns what to say of a process whose start is over by this limit. */
  public static String reason() {
    return "does not answer, and has not worked for " + IDLE.toSeconds() + " s";
  }
}
