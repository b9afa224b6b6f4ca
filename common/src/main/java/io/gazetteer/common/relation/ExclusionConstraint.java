package io.gazetteer.common.relation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes an exclusion constraint: no two rows may answer true to all of its operators.
 *
 * @param columns names of columns, or the expression as SQL text
 * @param operators one for each of the columns, for example {@code &&}
 * @param method of the index that enforces it; lower case
 * @param predicate to which rows it applies, as SQL text; null when to all
 */
public record ExclusionConstraint(
    String name,
    List<String> columns,
    List<String> operators,
    String method,
    @Nullable String predicate,
    boolean deferrable,
    boolean initiallyDeferred) {

  public ExclusionConstraint {
    columns = List.copyOf(columns);
    operators = List.copyOf(operators);
  }
}
