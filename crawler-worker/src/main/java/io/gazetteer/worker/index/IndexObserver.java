package io.gazetteer.worker.index;

import io.gazetteer.common.relation.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears what happens while relations are indexed. Called from several threads at once. */
public interface IndexObserver {

  /** Hears nothing. */
  IndexObserver NONE = new IndexObserver() {};

  /**
   * Describes a relation that the index holds and that is about to be written.
   *
   * @param before what its document says; null when it has none, or one that cannot be read
   * @param fingerprintBefore the fingerprint of its document; empty without one
   * @param after what its document is going to say
   * @param fingerprint the fingerprint that its document is going to have
   */
  record Write(
      @Nullable Relation before, String fingerprintBefore, Relation after, String fingerprint) {}

  /**
   * Returns the ids of relations that may be written in part: an earlier writer began, and nobody
   * knows how far it came. They are written whole, whatever their documents say.
   */
  default Set<String> unfinished() {
    return Set.of();
  }

  /**
   * Hears of relations that the index holds, or may hold in part, before the first of their
   * documents is overwritten: what throws here keeps the index from forgetting what was there.
   */
  default void beforeWrite(List<Write> writes) {}

  /** Hears that some relations and their columns are done: written, or found unchanged. */
  default void done(long relations, long columns) {}
}
