package io.gazetteer.api.search.hits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a found table that a question speaks of.
 *
 * @param matched the words of the question that it has
 */
public record HitColumn(
    String name,
    String dataType,
    @Nullable String comment,
    boolean primaryKey,
    boolean foreignKey,
    List<String> matched) {
  public HitColumn {
    matched = List.copyOf(matched);
  }
}
