package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of relation a source can hold; the JSON name is the lower-case constant. */
public enum RelationKind {
  TABLE,
  PARTITIONED_TABLE,
  PARTITION,
  VIEW,
  MATERIALIZED_VIEW,
  FOREIGN_TABLE;

  /** The name used in JSON and in the search index, for example {@code materialized_view}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
