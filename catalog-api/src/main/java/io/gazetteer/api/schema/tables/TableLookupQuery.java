package io.gazetteer.api.schema.tables;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ranks the ways in which a table can have the name asked for, the best first: exactly, dots
 * included; exactly as {@code schema.table}; then both without regard to case, rather in a schema
 * of exactly that name. A schema that is named apart is compared in the same ways.
 */
public final class TableLookupQuery {
  /** Names with more dots are looked for as a whole. */
  private static final int MOST_DOTS = 16;

  private final List<JsonNode> ways;

  private TableLookupQuery(List<JsonNode> ways) {
    this.ways = ways;
  }

  /** Asks for the name of a table in a schema of this name, or in any. */
  static TableLookupQuery of(String name, Optional<String> schema) {
    var whole = new Split("", name);
    var splits =
        schema.map(known -> List.of(new Split(known, name))).orElseGet(() -> Split.all(name));
    var ways = new ArrayList<JsonNode>();
    if (schema.isEmpty()) {
      ways.add(whole.exactTable());
    }
    addAny(ways, splits, split -> Queries.allOf(List.of(split.exactSchema(), split.exactTable())));
    if (schema.isEmpty()) {
      ways.add(whole.foldedTable());
    }
    addAny(ways, splits, split -> Queries.allOf(List.of(split.exactSchema(), split.foldedTable())));
    addAny(
        ways, splits, split -> Queries.allOf(List.of(split.foldedSchema(), split.foldedTable())));
    return new TableLookupQuery(ways);
  }

  /** Asks for all tables that have the name in any way. */
  public static ObjectNode anyWay(String name) {
    return Queries.anyOf(of(name, Optional.empty()).ways);
  }

  /**
   * Splits a name in two. Schema and table may both have dots in their names, so each dot may be
   * the one.
   */
  private record Split(String schema, String table) {
    static List<Split> all(String name) {
      var splits = new ArrayList<Split>();
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        splits.add(new Split(name.substring(0, dot), name.substring(dot + 1)));
      }
      return splits.size() > MOST_DOTS ? List.of() : splits;
    }

    JsonNode exactSchema() {
      return Queries.term(Fields.SCHEMA, schema);
    }

    JsonNode foldedSchema() {
      return Queries.termInAnyCase(Fields.SCHEMA, schema);
    }

    JsonNode exactTable() {
      return Queries.term(Fields.NAME, table);
    }

    JsonNode foldedTable() {
      return Queries.term(Fields.NAME_FOLDED, table.toLowerCase(Locale.ROOT));
    }
  }

  private interface Clause {
    JsonNode of(Split split);
  }

  private static void addAny(List<JsonNode> ways, List<Split> splits, Clause clause) {
    if (!splits.isEmpty()) {
      ways.add(Queries.anyOf(splits.stream().map(clause::of).toList()));
    }
  }

  /**
   * Builds a query whose score is that of the best way in which a table fits; other tables do not
   * match.
   */
  ObjectNode query(TableFilter all) {
    var query = all.query();
    var scored = new ArrayList<ObjectNode>();
    for (int way = 0; way < ways.size(); way++) {
      scored.add(Queries.constant(ways.get(way), ways.size() - way));
    }
    ((ObjectNode) query.path("bool")).set("must", Queries.bestOf(scored));
    return query;
  }

  /** Returns the filter of the tables that fit in the way of this score. */
  TableFilter filter(TableFilter all, double score) {
    return all.with(ways.get(ways.size() - (int) score));
  }
}
