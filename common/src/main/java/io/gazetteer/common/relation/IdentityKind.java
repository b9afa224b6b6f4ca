package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Says how a column numbers itself: SQL's {@code generated always} or {@code by default as
 * identity}. MySQL's {@code auto_increment} accepts given values and therefore counts as by
 * default.
 */
public enum IdentityKind {
  ALWAYS,
  BY_DEFAULT;

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
