package io.gazetteer.api.search.query;

import io.gazetteer.common.relation.RelationKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The values of {@code kind:} in a query, and of the parameter {@code kind}. */
public final class KindNames {
  /** A relation of any kind: so facets and answers call them all. */
  public static final String TABLE = RelationKind.TABLE.jsonName();

  public static final String COLUMN = "column";

  /** The kinds of relations, {@link #TABLE} first. */
  public static final List<String> RELATIONS =
      Arrays.stream(RelationKind.values()).map(RelationKind::jsonName).toList();

  static final List<String> ALL =
      Stream.concat(Stream.of(TABLE, COLUMN), RELATIONS.stream().skip(1)).toList();

  private KindNames() {}
}
