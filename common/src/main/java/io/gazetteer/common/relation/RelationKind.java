package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Names the kinds of relation in a source; the JSON name is the constant in lower case. */
public enum RelationKind {
  TABLE,
  PARTITIONED_TABLE,
  PARTITION,
  VIEW,
  MATERIALIZED_VIEW,
  FOREIGN_TABLE;

  /** Returns the name in JSON and in the search index, for example {@code materialized_view}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
