package io.gazetteer.api.search.hits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gazetteer.api.sources.DataSourceEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that was found.
 *
 * @param kind {@code table} or {@code column}
 * @param path schema, table and column as one text, ready to copy
 * @param column null for a table
 * @param dataType null for a table
 * @param partitions how many partitions a partitioned table has; null for all others
 * @param folded the hits that it stands for; null when it stands for itself
 * @param matched which words of the query were found in which field
 * @param columns those of a table that a question speaks of; null for names
 * @param broughtBy the tables it is joined with, when it has no word of a question; null for others
 * @param explanation how the score comes about; null unless it was asked for
 */
public record Hit(
    String id,
    String kind,
    Database database,
    String schema,
    String table,
    String tableKind,
    String path,
    @Nullable String column,
    @Nullable String dataType,
    @Nullable String comment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long partitions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Folded folded,
    double score,
    List<Match> matched,
    Highlights highlights,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HitColumn> columns,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> broughtBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Reason> explanation) {

  /** The names of the columns that a question speaks of. */
  public List<String> columnNames() {
    return columns == null ? List.of() : columns.stream().map(HitColumn::name).toList();
  }

  /** The database that a hit is in. */
  public record Database(UUID id, String dbName, String hostname, String dbType) {
    static Database of(DataSourceEntry source) {
      return new Database(source.id(), source.dbName(), source.hostname(), source.dbType());
    }
  }

  /**
   * Hits that differ in nothing but their schema or their database, or partitions of one table.
   *
   * @param count how many there are beside this one
   * @param key what all of them have in common, for the parameter {@code folded}
   */
  public record Folded(long count, String key) {}

  /** A word of the query, the field that has it, and the kind of match. */
  public record Match(String word, String field, String how) {}

  /**
   * Where words stand in the original texts.
   *
   * @param name spans in the hit's own name: the column's, or the table's
   */
  public record Highlights(List<Span> name, List<Span> comment) {}

  /** A part of the score. */
  public record Reason(String reason, double points) {}
}
