package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.RelationNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Says what a crawl found.
 *
 * @param expected relations that were read and indexed, so the index must hold them
 * @param failed relations that were listed and could not be read or indexed: the index may hold an
 *     old document of them, which stays
 * @param vanished relations that were listed and not found again: what became of them is for the
 *     next listing to say, and an old document stays until then
 * @param excluded relations that were listed and that the filters leave out
 */
record Manifest(
    RelationNames expected, RelationNames failed, RelationNames vanished, RelationNames excluded) {

  /** Returns the relations that are there, read or not. */
  RelationNames listed() {
    var listed = expected.copy();
    listed.addAll(failed);
    return listed;
  }

  /** Returns the ids that the index holds and a complete listing lacks. */
  Set<String> goneFrom(Collection<String> indexed) {
    var gone = new HashSet<>(indexed);
    gone.removeAll(expected.ids());
    gone.removeAll(failed.ids());
    gone.removeAll(vanished.ids());
    gone.removeAll(excluded.ids());
    return gone;
  }

  /** Returns the ids that the index holds and the filters leave out. */
  Set<String> excludedFrom(Collection<String> indexed) {
    var left = new HashSet<>(indexed);
    left.retainAll(excluded.ids());
    return left;
  }
}
