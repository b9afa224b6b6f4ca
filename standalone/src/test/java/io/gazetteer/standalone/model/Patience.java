package io.gazetteer.standalone.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says which crawls are stuck. Not by the clock, since a busy machine makes all of them slow: time
 * is counted in looks at the catalog store, of which a busy machine gives fewer, and a crawl may
 * wait while others get their turn. A try that begins anew is no step. Not thread safe.
 */
final class Patience {
  /** With 20 looks in a second 100 s. */
  static final int LOOKS = 2_000;

  /** So many others that came after it, or at the same time, have ended. */
  static final int OVERTAKEN = 300;

  /** Whatever others do: half an hour on a quiet machine. */
  static final int LOOKS_AT_MOST = 18 * LOOKS;

  private final Map<UUID, Step> steps = new HashMap<>();
  private int look;
  private int lastEnd;
  private int ended;

  /**
   * Is what a crawl had done, and when that was.
   *
   * @param ended how many crawls had ended then
   */
  private record Step(String done, int look, int ended) {}

  /** A look at the catalog store is over, in which so many crawls were seen to have ended. */
  void look(int justEnded) {
    look++;
    if (justEnded > 0) {
      ended += justEnded;
      lastEnd = look;
    }
  }

  /** Returns whether the crawl is stuck, which has done this so far. */
  boolean isStuck(UUID crawl, String done) {
    var step = steps.get(crawl);
    if (step == null || !step.done().equals(done)) {
      steps.put(crawl, new Step(done, look, ended));
      return false;
    }
    int still = look - step.look();
    boolean overtaken = ended - step.ended() >= OVERTAKEN;
    boolean nobodyMoves = look - lastEnd >= LOOKS;
    return (still >= LOOKS && (overtaken || nobodyMoves)) || still >= LOOKS_AT_MOST;
  }

  /** Forgets all crawls but these. */
  void keep(Set<UUID> crawls) {
    steps.keySet().retainAll(crawls);
  }
}
