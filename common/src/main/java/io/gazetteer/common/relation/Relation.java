package io.gazetteer.common.relation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds everything a crawl says about one relation: a table, partition, view or foreign table. The
 * JSON form of this record (snake_case) is the table shape of the API.
 *
 * @param schema the schema; for MySQL and MariaDB the database
 * @param name as the source spells it, unquoted
 * @param comment null when there is none
 * @param rowEstimate the source's own estimate of the rows; null when it has none
 * @param columns in their order; may be empty
 * @param primaryKey null when there is none
 * @param partitionOf {@code schema.name} of the partitioned table; null when it is no partition
 * @param partitionKey the partition key as SQL text; null when it is not partitioned
 * @param viewDefinition the view's query as SQL text; null when it is no view
 */
public record Relation(
    String schema,
    String name,
    RelationKind kind,
    @Nullable String comment,
    @Nullable Long rowEstimate,
    List<Column> columns,
    @Nullable PrimaryKey primaryKey,
    List<UniqueConstraint> uniqueConstraints,
    List<ForeignKey> foreignKeys,
    List<Index> indexes,
    List<CheckConstraint> checkConstraints,
    @Nullable String partitionOf,
    @Nullable String partitionKey,
    @Nullable String viewDefinition) {

  public Relation {
    columns = List.copyOf(columns);
    uniqueConstraints = List.copyOf(uniqueConstraints);
    foreignKeys = List.copyOf(foreignKeys);
    indexes = List.copyOf(indexes);
    checkConstraints = List.copyOf(checkConstraints);
  }

  /** Describes a primary key; {@code columns} are in the order of the key. */
  public record PrimaryKey(String name, List<String> columns) {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /** Describes a unique constraint; {@code columns} are in the order of the constraint. */
  public record UniqueConstraint(String name, List<String> columns) {
    public UniqueConstraint {
      columns = List.copyOf(columns);
    }
  }

  /** Describes a foreign key; {@code columns} and {@code referencedColumns} go in pairs. */
  public record ForeignKey(
      String name,
      List<String> columns,
      String referencedSchema,
      String referencedTable,
      List<String> referencedColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate) {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }

  /**
   * Describes an index.
   *
   * @param columns names of columns, or the expression as SQL text where the index has one
   * @param method for example {@code btree}, {@code gin}, {@code fulltext}; lower case
   * @param predicate the condition of a partial index as SQL text; null when it is not partial
   */
  public record Index(
      String name,
      List<String> columns,
      boolean unique,
      boolean primary,
      String method,
      @Nullable String predicate) {
    public Index {
      columns = List.copyOf(columns);
    }
  }

  /** Describes a check constraint; {@code expression} is its condition as SQL, without CHECK. */
  public record CheckConstraint(String name, String expression) {}
}
