package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.RelationKind;
import org.jspecify.annotations.Nullable;

/** Holds what pg_class says of a relation. */
record RelationHeader(
    String schema,
    String name,
    RelationKind kind,
    @Nullable Long rowEstimate,
    @Nullable String partitionOf,
    int referencedBy) {

  /**
   * Reads a row of {@code relations.sql}.
   *
   * @param zeroIsUnknown before PostgreSQL 14 a table that was never analysed says 0 rows, 0 pages
   */
  static RelationHeader of(CopyRow row, boolean zeroIsUnknown) {
    var schema = row.requiredText();
    var name = row.requiredText();
    var kind = kind(row.character(), row.flag());
    long rows = row.number();
    long pages = row.number();
    boolean unknown =
        rows < 0 || kind == RelationKind.VIEW || (zeroIsUnknown && rows == 0 && pages == 0);
    return new RelationHeader(
        schema, name, kind, unknown ? null : rows, parent(row), row.integer());
  }

  private static @Nullable String parent(CopyRow row) {
    var schema = row.text();
    var name = row.text();
    return name == null ? null : schema + "." + name;
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
