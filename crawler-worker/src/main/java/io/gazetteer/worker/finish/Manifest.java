package io.gazetteer.worker.finish;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a crawl found, as ids of relation documents.
 *
 * @param expected relations that were read and indexed, so the index must hold them
 * @param tolerated relations that were listed, but failed or were not found again: the index may
 *     hold an old document of them, which stays
 */
record Manifest(Set<String> expected, Set<String> tolerated) {

  /** What the index holds and a complete listing lacks. */
  Set<String> goneFrom(Collection<String> indexed) {
    var gone = new HashSet<>(indexed);
    gone.removeAll(expected);
    gone.removeAll(tolerated);
    return gone;
  }

  /** What the index should hold and does not. */
  Set<String> missingFrom(Collection<String> indexed) {
    var missing = new HashSet<>(expected);
    missing.removeAll(indexed);
    return missing;
  }
}
