package io.gazetteer.worker.introspect;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Passes outcomes on and counts them: every relation of a batch gets exactly one. */
public final class Outcomes {

  private final Set<RelationRef> pending;
  private final Consumer<ReadOutcome> sink;
  private boolean anyRead;

  public Outcomes(Collection<RelationRef> batch, Consumer<ReadOutcome> sink) {
    this.pending = new HashSet<>(batch);
    this.sink = sink;
  }

  /** Reports the outcome of a relation that is still pending. */
  public void report(ReadOutcome outcome) {
    if (!pending.remove(outcome.ref())) {
      throw new IllegalStateException("Second outcome for " + outcome.ref());
    }
    anyRead |= !(outcome instanceof ReadOutcome.Failed);
    sink.accept(outcome);
  }

  List<RelationRef> pendingOf(List<RelationRef> refs) {
    return refs.stream().filter(pending::contains).toList();
  }

  boolean anyRead() {
    return anyRead;
  }
}
