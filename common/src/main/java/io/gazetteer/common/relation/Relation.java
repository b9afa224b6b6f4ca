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
 * @param partitionOf {@code schema.name} of the table whose partition it is; null when it is no
 *     partition. A table that inherits all of its columns from one other, and has a check of its
 *     own, is a partition of the old kind
 * @param partitionKey the partition key as SQL text; null when it is not partitioned
 * @param inherits {@code schema.name} of each table that it inherits from, partitions excepted
 * @param hasChildren whether there are partitions of it, or tables that inherit from it
 * @param extension the extension that the relation belongs to; null when it belongs to none
 * @param viewDefinition the view's query as SQL text; null when it is no view
 * @param unknown what the crawl could not see of it
 * @param identity the numbers that the source gives it; null where the source gives none, as MySQL
 *     and MariaDB
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
    List<ExclusionConstraint> exclusionConstraints,
    @Nullable String partitionOf,
    @Nullable String partitionKey,
    List<String> inherits,
    boolean hasChildren,
    @Nullable String extension,
    @Nullable String viewDefinition,
    List<UnknownFact> unknown,
    @Nullable SourceIdentity identity) {

  public Relation {
    columns = List.copyOf(columns);
    uniqueConstraints = List.copyOf(uniqueConstraints);
    foreignKeys = List.copyOf(foreignKeys);
    indexes = List.copyOf(indexes);
    checkConstraints = List.copyOf(checkConstraints);
    exclusionConstraints = List.copyOf(exclusionConstraints);
    inherits = List.copyOf(inherits);
    unknown = List.copyOf(unknown);
  }

  /** Makes a relation to which the source gives no numbers. */
  public Relation(
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
      List<ExclusionConstraint> exclusionConstraints,
      @Nullable String partitionOf,
      @Nullable String partitionKey,
      List<String> inherits,
      boolean hasChildren,
      @Nullable String extension,
      @Nullable String viewDefinition,
      List<UnknownFact> unknown) {
    this(
        schema,
        name,
        kind,
        comment,
        rowEstimate,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        indexes,
        checkConstraints,
        exclusionConstraints,
        partitionOf,
        partitionKey,
        inherits,
        hasChildren,
        extension,
        viewDefinition,
        unknown,
        null);
  }

  /** Returns what is unknown about a fact; null when the fact is known. */
  public @Nullable UnknownFact unknown(Fact fact) {
    for (var one : unknown) {
      if (one.fact() == fact) {
        return one;
      }
    }
    return null;
  }

  /** Returns whether no crawl has ever seen a fact, so that nothing can be said to differ. */
  public boolean neverKnown(Fact fact) {
    var found = unknown(fact);
    return found != null && !found.lastKnown();
  }

  /**
   * Describes a primary key.
   *
   * @param columns in the order of the key
   * @param withoutOverlaps whether the last column is a time that must not overlap
   */
  public record PrimaryKey(
      String name,
      List<String> columns,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean withoutOverlaps) {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    /** Returns a key that is checked at once, as nearly all are. */
    public static PrimaryKey of(String name, List<String> columns) {
      return new PrimaryKey(name, columns, false, false, false);
    }
  }

  /**
   * Describes a unique constraint.
   *
   * @param columns in the order of the constraint
   * @param nullsNotDistinct whether NULL may be there only once, too
   * @param withoutOverlaps whether the last column is a time that must not overlap
   */
  public record UniqueConstraint(
      String name,
      List<String> columns,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean nullsNotDistinct,
      boolean withoutOverlaps) {
    public UniqueConstraint {
      columns = List.copyOf(columns);
    }

    /** Returns a constraint that is checked at once, as nearly all are. */
    public static UniqueConstraint of(String name, List<String> columns) {
      return new UniqueConstraint(name, columns, false, false, false, false);
    }
  }

  /**
   * Describes a foreign key; {@code columns} and {@code referencedColumns} go in pairs.
   *
   * @param onDelete null when the user's rights hide it
   * @param onDeleteColumns the columns that are set when the other row is deleted; empty when these
   *     are all of the key
   * @param onUpdate null when the user's rights hide it
   * @param matchFull whether a row has all columns of the key, or none of them
   * @param validated whether the rows that were there before it have been checked
   * @param enforced whether rows are checked at all
   * @param period whether the last column is a time that the other table has to cover
   */
  public record ForeignKey(
      String name,
      List<String> columns,
      String referencedSchema,
      String referencedTable,
      List<String> referencedColumns,
      @Nullable ReferentialAction onDelete,
      List<String> onDeleteColumns,
      @Nullable ReferentialAction onUpdate,
      boolean matchFull,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean validated,
      boolean enforced,
      boolean period) {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
      onDeleteColumns = List.copyOf(onDeleteColumns);
    }

    /** Returns the same key with other actions. */
    public ForeignKey withActions(
        @Nullable ReferentialAction newOnDelete, @Nullable ReferentialAction newOnUpdate) {
      return new ForeignKey(
          name,
          columns,
          referencedSchema,
          referencedTable,
          referencedColumns,
          newOnDelete,
          onDeleteColumns,
          newOnUpdate,
          matchFull,
          deferrable,
          initiallyDeferred,
          validated,
          enforced,
          period);
    }

    /** Returns a key that is checked at once and has been checked, as nearly all are. */
    public static ForeignKey of(
        String name,
        List<String> columns,
        String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        @Nullable ReferentialAction onDelete,
        @Nullable ReferentialAction onUpdate) {
      return new ForeignKey(
          name,
          columns,
          referencedSchema,
          referencedTable,
          referencedColumns,
          onDelete,
          List.of(),
          onUpdate,
          false,
          false,
          false,
          true,
          true,
          false);
    }
  }

  /**
   * Describes an index.
   *
   * @param columns names of columns, or the expression as SQL text where the index has one
   * @param keys how each of the columns is kept, by position
   * @param includedColumns columns that the index holds besides, and is not ordered by
   * @param unique whether it is made to be unique; one that is not valid makes nothing unique
   * @param nullsNotDistinct whether NULL may be there only once, too
   * @param valid whether it is finished; one that was not built to its end is not
   * @param method for example {@code btree}, {@code gin}, {@code fulltext}; lower case
   * @param predicate the condition of a partial index as SQL text; null when it is not partial
   */
  public record Index(
      String name,
      List<String> columns,
      List<IndexKey> keys,
      List<String> includedColumns,
      boolean unique,
      boolean nullsNotDistinct,
      boolean primary,
      boolean valid,
      String method,
      @Nullable String predicate) {
    public Index {
      columns = List.copyOf(columns);
      keys = List.copyOf(keys);
      includedColumns = List.copyOf(includedColumns);
    }

    /** Returns whether no two rows can have the same values in the columns. */
    public boolean makesUnique() {
      return unique && valid && predicate == null;
    }
  }

  /**
   * Describes a check constraint.
   *
   * @param expression its condition as SQL, without CHECK
   * @param validated whether the rows that were there before it have been checked
   * @param enforced whether rows are checked at all
   */
  public record CheckConstraint(
      String name, String expression, boolean validated, boolean enforced) {

    /** Returns a constraint that all rows fulfil, as nearly all are. */
    public static CheckConstraint of(String name, String expression) {
      return new CheckConstraint(name, expression, true, true);
    }
  }
}
