package io.gazetteer.worker.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Describes one change of a relation between two crawls. The words of {@code change} are a public
 * contract, see {@code docs/changes.md}.
 *
 * @param change for example {@code column_type_changed}
 * @param column the column it is about; null when it is about the relation
 * @param before a JSON value; null when there was nothing
 * @param after a JSON value; null when there is nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationChange(
    String change, @Nullable String column, @Nullable Object before, @Nullable Object after) {}
