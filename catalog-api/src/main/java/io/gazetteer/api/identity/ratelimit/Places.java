package io.gazetteer.api.identity.ratelimit;

import io.gazetteer.api.identity.access.Caller;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds what goes on at once: so much of one person, with all tokens of theirs, and so much of
 * all. Each process counts for itself. Thread safe.
 */
public final class Places {
  private final Semaphore free;
  private final int mostOfOne;
  private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();

  public Places(int most, int mostOfOne) {
    this.free = new Semaphore(most);
    this.mostOfOne = mostOfOne;
  }

  /** Holds a place until it is closed, once. */
  public final class Place implements AutoCloseable {
    private final String owner;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private Place(String owner) {
      this.owner = owner;
    }

    @Override
    public void close() {
      if (held.compareAndSet(true, false)) {
        free.release();
        leave(owner);
      }
    }
  }

  /** Takes a place, which the caller closes; empty when this caller or all have too many. */
  public Optional<Place> take(Caller caller) {
    var owner = caller.owner();
    if (!enter(owner)) {
      return Optional.empty();
    }
    if (!free.tryAcquire()) {
      leave(owner);
      return Optional.empty();
    }
    return Optional.of(new Place(owner));
  }

  private boolean enter(String owner) {
    boolean[] entered = {false};
    taken.compute(
        owner,
        (key, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = before < mostOfOne;
          return entered[0] ? Integer.valueOf(before + 1) : count;
        });
    return entered[0];
  }

  private void leave(String owner) {
    taken.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
  }
}
