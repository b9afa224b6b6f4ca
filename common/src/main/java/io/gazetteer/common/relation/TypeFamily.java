package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What kind of value a column holds, over all sources: people search for "a time", not for {@code
 * timestamp(3) without time zone}. The JSON name is the lower-case constant.
 */
public enum TypeFamily {
  /** Whole numbers of any width, signed or not. */
  INTEGER,
  /** Exact numbers with a scale, money included. */
  DECIMAL,
  /** Binary floating point. */
  FLOAT,
  /** Character data of any length. */
  TEXT,
  BOOLEAN,
  /** Dates, times, timestamps, intervals, years. */
  TIME,
  /** Bytes and bit strings. */
  BINARY,
  /** JSON and XML documents. */
  DOCUMENT,
  UUID,
  /** Values from a declared list: enums and MySQL sets. */
  ENUM,
  ARRAY,
  /** Points, lines, polygons. */
  GEOMETRY,
  /** Network and hardware addresses. */
  NETWORK,
  RANGE,
  /** Composite types, extension types, everything else. */
  OTHER;

  /** The name used in JSON and in the search index, for example {@code integer}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
