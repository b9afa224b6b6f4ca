package io.gazetteer.worker.index;

import io.gazetteer.worker.Failure;
import java.util.List;

/**
 * What became of the relations given to an {@link IndexWriter}.
 *
 * @param indexed relations written because they are new or changed
 * @param unchanged relations whose documents say the same already
 * @param columns columns of both
 * @param failed relations that could not be read or written
 */
public record IndexOutcome(
    long indexed, long unchanged, long columns, List<FailedRelation> failed) {
  public IndexOutcome {
    failed = List.copyOf(failed);
  }

  /** One relation, and why it failed. */
  public record FailedRelation(String schema, String name, Failure failure) {}
}
