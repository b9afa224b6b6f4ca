package io.gazetteer.api.identity.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what goes on at once, and lets those who wait in by turns: the next place is for whoever
 * holds fewest, and of these for whoever had one least lately. So whoever asks for many at once
 * waits behind those who ask for one. When too many wait, whoever waits for most loses the newest.
 * Each process counts for itself. Thread safe.
 */
public final class Turns {
  private final int mostWaiting;
  private final Duration longestWait;
  private final ReentrantLock lock = new ReentrantLock();

  /** Of everyone who holds a place or waits for one. */
  private final Map<String, Line> lines = new LinkedHashMap<>();

  private int free;
  private int waiting;
  private long given;

  public Turns(int places, int mostWaiting, Duration longestWait) {
    this.free = places;
    this.mostWaiting = mostWaiting;
    this.longestWait = longestWait;
  }

  /** What one holds and waits for. */
  private static final class Line {
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int held;

    /** The number of the last place that was given. */
    private long last;

    private int length() {
      return waiters.size();
    }
  }

  private static final class Waiter {
    private final Condition told;
    private boolean isTold;
    private boolean hasPlace;

    private Waiter(Condition told) {
      this.told = told;
    }

    private void tell(boolean place) {
      isTold = true;
      hasPlace = place;
      told.signal();
    }
  }

  /** Holds a place until it is closed, once. */
  public final class Turn implements AutoCloseable {
    private final String whose;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private Turn(String whose) {
      this.whose = whose;
    }

    @Override
    public void close() {
      if (held.compareAndSet(true, false)) {
        leave(whose);
      }
    }
  }

  /** Takes a place that is free now; empty when none is. The caller closes it. */
  public Optional<Turn> takeFree(String whose) {
    lock.lock();
    try {
      return free > 0 ? Optional.of(enter(whose)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a place when it is this one's turn; empty at once when too many wait, and when no turn
   * has come in time. The caller closes it.
   *
   * @param whose all with the same key share their turns
   */
  public Optional<Turn> take(String whose) {
    lock.lock();
    try {
      // One that is free while others wait would have been given to them.
      return free > 0 ? Optional.of(enter(whose)) : await(whose);
    } finally {
      lock.unlock();
    }
  }

  private Turn enter(String whose) {
    var line = lines.computeIfAbsent(whose, key -> new Line());
    give(line);
    return new Turn(whose);
  }

  private void give(Line line) {
    free--;
    line.held++;
    line.last = ++given;
  }

  private Optional<Turn> await(String whose) {
    var line = lines.computeIfAbsent(whose, key -> new Line());
    var waiter = new Waiter(lock.newCondition());
    if (waiting < mostWaiting || shortenedFor(line)) {
      line.waiters.addLast(waiter);
      waiting++;
      await(waiter);
      if (!waiter.isTold) {
        line.waiters.remove(waiter);
        waiting--;
      }
    }
    forgetIfGone(whose, line);
    return waiter.hasPlace ? Optional.of(new Turn(whose)) : Optional.empty();
  }

  private void await(Waiter waiter) {
    long left = longestWait.toNanos();
    try {
      while (!waiter.isTold && left > 0) {
        left = waiter.told.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the newest of the longest line away; false when this one would be as long. */
  private boolean shortenedFor(Line line) {
    var longest = lines.values().stream().max(Comparator.comparingInt(Line::length)).orElse(line);
    if (longest.length() <= line.length() + 1) {
      return false;
    }
    longest.waiters.removeLast().tell(false);
    waiting--;
    return true;
  }

  private void leave(String whose) {
    lock.lock();
    try {
      var line = lines.get(whose);
      if (line == null) {
        throw new IllegalStateException("A place of someone who holds none");
      }
      line.held--;
      free++;
      lines.values().stream()
          .filter(other -> other.length() > 0)
          .min(
              Comparator.<Line>comparingInt(other -> other.held)
                  .thenComparingLong(other -> other.last))
          .ifPresent(this::letIn);
      forgetIfGone(whose, line);
    } finally {
      lock.unlock();
    }
  }

  private void letIn(Line line) {
    give(line);
    waiting--;
    line.waiters.removeFirst().tell(true);
  }

  private void forgetIfGone(String whose, Line line) {
    if (line.held == 0 && line.length() == 0) {
      lines.remove(whose, line);
    }
  }
}
