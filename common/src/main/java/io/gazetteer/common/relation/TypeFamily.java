package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Says what kind of value a column holds, alike for all sources: people search for "a time", not
 * for {@code timestamp(3) without time zone}. The JSON name is the constant in lower case.
 */
public enum TypeFamily {
  /** The column holds whole numbers of any width, signed or not. */
  INTEGER,
  /** The column holds exact numbers with a scale, money included. */
  DECIMAL,
  /** The column holds binary floating point numbers. */
  FLOAT,
  /** The column holds text of any length. */
  TEXT,
  BOOLEAN,
  /** The column holds dates, times, timestamps, intervals or years. */
  TIME,
  /** The column holds bytes or bit strings. */
  BINARY,
  /** The column holds JSON or XML documents. */
  DOCUMENT,
  UUID,
  /** The column holds values from a declared list, as enums and MySQL sets do. */
  ENUM,
  ARRAY,
  /** The column holds points, lines or polygons. */
  GEOMETRY,
  /** The column holds network or hardware addresses. */
  NETWORK,
  RANGE,
  /** The column holds a composite type, an extension's type, or anything else. */
  OTHER;

  /** Returns the name used in JSON and in the search index, for example {@code integer}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
