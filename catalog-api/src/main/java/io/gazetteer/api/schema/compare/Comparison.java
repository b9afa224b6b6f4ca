package io.gazetteer.api.schema.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of what differs between two sides.
 *
 * @param tables those that differ, in order
 * @param compared how many tables were looked at for this part
 * @param next the place to go on from; null when this is the end
 */
public record Comparison(List<ComparedTable> tables, int compared, @Nullable Place next) {
  public Comparison {
    tables = List.copyOf(tables);
  }

  /** A place among all tables, as they are put in order. */
  public record Place(String schema, String name) {
    static final Place START = new Place("", "");
  }

  /**
   * A table that is on one side only, or differs.
   *
   * @param found {@code left}, {@code right} or {@code both}
   * @param left schema and name on this side; null when it is not there
   * @param unknown whether the history does not tell what it was, so that only its name could be
   *     compared
   */
  public record ComparedTable(
      String found,
      @Nullable String left,
      @Nullable String right,
      boolean unknown,
      List<Difference> differences) {
    public ComparedTable {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A difference of a table.
   *
   * @param part {@code table}, {@code column}, {@code primary_key} and so on
   * @param name of the column, key or index; null for the table itself
   * @param field what of it differs; null when it is on one side only
   * @param left null when it is not there
   */
  public record Difference(
      String part,
      @Nullable String name,
      @Nullable String field,
      @Nullable JsonNode left,
      @Nullable JsonNode right) {}
}
