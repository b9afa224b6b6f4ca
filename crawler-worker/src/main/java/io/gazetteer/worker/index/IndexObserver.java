package io.gazetteer.worker.index;

import io.gazetteer.common.relation.Relation;

/** Hears what happens while relations are indexed. Called from several threads at once. */
public interface IndexObserver {

  /** Hears nothing. */
  IndexObserver NONE = new IndexObserver() {};

  /**
   * Hears that a relation says something else than its document. Called before that document is
   * overwritten: what throws here keeps the index from forgetting what was there before.
   */
  default void changed(Relation before, Relation after) {}

  /** Hears that some relations and their columns are done: written, or found unchanged. */
  default void done(long relations, long columns) {}
}
