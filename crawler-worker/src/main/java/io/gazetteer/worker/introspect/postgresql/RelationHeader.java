package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.RelationKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what pg_class says of a relation.
 *
 * @param partition whether its one parent has it for a partition
 * @param parents what it is a partition of, or inherits from
 */
record RelationHeader(
    String schema,
    String name,
    RelationKind kind,
    boolean partition,
    @Nullable Long rowEstimate,
    List<String> parents,
    int referencedBy,
    boolean hasChildren,
    @Nullable String extension) {

  /**
   * Reads a row of {@code relations.sql}.
   *
   * @param before the relation's row before this one, which has another parent; null when there was
   *     none
   * @param zeroIsUnknown before PostgreSQL 14 a table that was never analysed says 0 rows, 0 pages
   */
  static RelationHeader of(CopyRow row, @Nullable RelationHeader before, boolean zeroIsUnknown) {
    var schema = row.requiredText();
    var name = row.requiredText();
    char relkind = row.character();
    boolean partition = row.flag();
    var kind = kind(relkind, partition);
    long rows = row.number();
    long pages = row.number();
    boolean unknown =
        rows < 0 || kind == RelationKind.VIEW || (zeroIsUnknown && rows == 0 && pages == 0);
    var parents = before == null ? new ArrayList<String>() : before.parents;
    addParent(row, parents);
    return new RelationHeader(
        schema,
        name,
        kind,
        partition,
        unknown ? null : rows,
        parents,
        row.integer(),
        row.flag(),
        row.text());
  }

  private static void addParent(CopyRow row, List<String> parents) {
    var schema = row.text();
    var name = row.text();
    if (name != null) {
      parents.add(schema + "." + name);
    }
  }

  /** Returns what the relation is a partition of; null when it is none. */
  @Nullable String partitionOf() {
    return partition && !parents.isEmpty() ? parents.getFirst() : null;
  }

  /** Returns the tables that the relation inherits from, and is no partition of. */
  List<String> inherits() {
    return partition ? List.of() : parents;
  }

  /**
   * Returns the kind. A partition that is itself partitioned, or foreign, stays what it is; its
   * parent says the rest.
   */
  static RelationKind kind(char relkind, boolean partition) {
    return switch (relkind) {
      case 'p' -> RelationKind.PARTITIONED_TABLE;
      case 'v' -> RelationKind.VIEW;
      case 'm' -> RelationKind.MATERIALIZED_VIEW;
      case 'f' -> RelationKind.FOREIGN_TABLE;
      default -> partition ? RelationKind.PARTITION : RelationKind.TABLE;
    };
  }
}
