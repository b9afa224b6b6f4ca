package io.gazetteer.api.search.question;

import io.gazetteer.api.search.question.FoundTable.SchemaOfSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the tables that have words of a question in order. A question is about one subject, and a
 * schema is made for one: a table gains a share of what the best tables of its schema have. Tables
 * without a word come along when foreign keys join them with found ones, or when their schema is
 * small. Immutable.
 */
public final class TableRanking {
  /** So many of the best tables say what a schema is about. */
  private static final int BEST_OF_A_SCHEMA = 3;

  /** So many tables are looked at for others that are joined with them. */
  private static final int JOINED_WITH = 10;

  private static final int SCHEMAS = 3;

  /** With more tables that have words, a schema is not small. */
  private static final int SMALL_SCHEMA = 12;

  private final double share;
  private final List<FoundTable> found;
  private final Map<SchemaOfSource, Double> schemas = new HashMap<>();

  /**
   * @param found the tables with words, the best first
   * @param share what a schema counts, compared with the table itself
   */
  public TableRanking(List<FoundTable> found, double share) {
    this.found =
        found.stream().sorted(Comparator.comparingDouble(FoundTable::worth).reversed()).toList();
    this.share = share;
    var bySchema = new LinkedHashMap<SchemaOfSource, List<FoundTable>>();
    this.found.forEach(
        table -> bySchema.computeIfAbsent(table.home(), none -> new ArrayList<>()).add(table));
    bySchema.forEach(
        (schema, tables) ->
            schemas.put(
                schema,
                tables.stream()
                    .limit(BEST_OF_A_SCHEMA)
                    .mapToDouble(FoundTable::worth)
                    .average()
                    .orElse(0)));
  }

  /** The ids of the tables with words. */
  public List<String> ids() {
    return found.stream().map(FoundTable::id).toList();
  }

  /** The tables that others may be joined with. */
  public List<FoundTable> best() {
    return ranked(List.of()).stream().limit(JOINED_WITH).map(RankedTable::table).toList();
  }

  /** The schemas whose other tables may come along, the best first; none that is surely large. */
  public List<SchemaOfSource> smallSchemas() {
    return schemas.entrySet().stream()
        .sorted(Map.Entry.<SchemaOfSource, Double>comparingByValue().reversed())
        .limit(SCHEMAS)
        .map(Map.Entry::getKey)
        .filter(schema -> count(schema) < SMALL_SCHEMA)
        .toList();
  }

  private long count(SchemaOfSource schema) {
    return found.stream().filter(table -> table.home().equals(schema)).count();
  }

  /**
   * The order of an answer.
   *
   * @param others tables without words
   */
  public List<RankedTable> ranked(List<FoundTable> others) {
    var ranked = new ArrayList<RankedTable>();
    found.forEach(table -> ranked.add(new RankedTable(table, around(table), 0, List.of())));
    var best = ranked.stream().sorted(RankedTable.ORDER).limit(JOINED_WITH).toList();
    var bySchema = new HashMap<SchemaOfSource, Integer>();
    others.forEach(table -> bySchema.merge(table.home(), 1, Integer::sum));
    for (FoundTable other : others) {
      var joined =
          best.stream()
              .map(RankedTable::table)
              .filter(other::isJoinedWith)
              .map(FoundTable::qualified)
              .toList();
      boolean small =
          smallSchemas().contains(other.home())
              && count(other.home()) + bySchema.getOrDefault(other.home(), 0) <= SMALL_SCHEMA;
      if (!joined.isEmpty() || small) {
        ranked.add(new RankedTable(other, around(other), 0, joined));
      }
    }
    double least =
        ranked.stream()
            .filter(one -> one.table().whole())
            .mapToDouble(RankedTable::score)
            .min()
            .orElse(Double.MAX_VALUE);
    ranked.replaceAll(one -> one.isByMeaning() && one.score() >= least ? one.behind(least) : one);
    ranked.sort(RankedTable.ORDER);
    return ranked;
  }

  private double around(FoundTable table) {
    return share * schemas.getOrDefault(table.home(), 0.0);
  }
}
