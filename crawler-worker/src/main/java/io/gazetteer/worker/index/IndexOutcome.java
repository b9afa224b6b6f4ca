package io.gazetteer.worker.index;

import io.gazetteer.worker.lease.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what became of the relations given to an {@link IndexWriter}.
 *
 * @param schemas relations written or found unchanged, by schema
 * @param columns columns of both
 * @param failed relations that could not be read or written
 */
public record IndexOutcome(Map<String, Counts> schemas, long columns, List<FailedRelation> failed) {
  public IndexOutcome {
    schemas = Map.copyOf(schemas);
    failed = List.copyOf(failed);
  }

  /**
   * Counts the relations of one schema.
   *
   * @param indexed written because they are new or changed
   * @param unchanged whose documents say the same already
   */
  public record Counts(long indexed, long unchanged) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
      return new Counts(indexed + other.indexed, unchanged + other.unchanged);
    }
  }

  /** Names a relation, and says why it failed. */
  public record FailedRelation(String schema, String name, Failure failure) {}

  /** Returns an outcome where nothing was given, or all of it failed. */
  public static IndexOutcome ofFailures(List<FailedRelation> failed) {
    return new IndexOutcome(Map.of(), 0, failed);
  }

  public long indexed() {
    return schemas.values().stream().mapToLong(Counts::indexed).sum();
  }

  public long unchanged() {
    return schemas.values().stream().mapToLong(Counts::unchanged).sum();
  }

  /** Adds two outcomes. */
  IndexOutcome plus(IndexOutcome other) {
    var sums = new HashMap<>(schemas);
    other.schemas.forEach((schema, counts) -> sums.merge(schema, counts, Counts::plus));
    var failures = new ArrayList<>(failed);
    failures.addAll(other.failed);
    return new IndexOutcome(sums, columns + other.columns, failures);
  }
}
