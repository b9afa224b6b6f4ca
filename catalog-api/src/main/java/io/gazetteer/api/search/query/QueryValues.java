package io.gazetteer.api.search.query;

import java.util.List;

/** The values that {@code is:} and {@code has:} can have. */
public final class QueryValues {
  public static final List<String> FLAGS = List.of("pk", "fk", "nullable", "unique");
  public static final List<String> PARTS = List.of("comment");

  private QueryValues() {}
}
