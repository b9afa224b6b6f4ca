package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Says when a generated column is computed: when its row is written, or when it is read. */
public enum GenerationKind {
  STORED,
  VIRTUAL;

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
