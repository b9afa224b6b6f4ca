package io.gazetteer.api.testing;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small relations to index. */
public final class Relations {
  private Relations() {}

  /** A table of text columns; a column's comment may follow its name after a colon. */
  public static Relation table(String schema, String name, String... columns) {
    return commented(schema, name, null, columns);
  }

  public static Relation commented(
      String schema, String name, @Nullable String comment, String... columns) {
    var built = new ArrayList<Column>();
    for (String column : columns) {
      var parts = column.split(":", 2);
      built.add(column(built.size() + 1, parts[0], parts.length > 1 ? parts[1] : null));
    }
    return new Relation(
        schema,
        name,
        RelationKind.TABLE,
        comment,
        7L,
        built,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  /** The same as something else than a table; a partition of this, in its schema. */
  public static Relation as(RelationKind kind, @Nullable String partitionOf, Relation relation) {
    return new Relation(
        relation.schema(),
        relation.name(),
        kind,
        relation.comment(),
        relation.rowEstimate(),
        relation.columns(),
        relation.primaryKey(),
        relation.uniqueConstraints(),
        relation.foreignKeys(),
        relation.indexes(),
        relation.checkConstraints(),
        List.of(),
        partitionOf == null ? null : relation.schema() + "." + partitionOf,
        kind == RelationKind.PARTITIONED_TABLE ? "RANGE (day)" : null,
        List.of(),
        kind == RelationKind.PARTITIONED_TABLE,
        null,
        null,
        List.of());
  }

  /** The same with a foreign key from its first column to the table of this name in its schema. */
  public static Relation referring(String table, Relation relation) {
    var column = List.of(relation.columns().getFirst().name());
    return new Relation(
        relation.schema(),
        relation.name(),
        relation.kind(),
        relation.comment(),
        relation.rowEstimate(),
        relation.columns(),
        relation.primaryKey(),
        relation.uniqueConstraints(),
        List.of(
            Relation.ForeignKey.of(
                "fk",
                column,
                relation.schema(),
                table,
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION)),
        relation.indexes(),
        relation.checkConstraints(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  /** The same as a view with this text. */
  public static Relation view(String definition, Relation relation) {
    return new Relation(
        relation.schema(),
        relation.name(),
        RelationKind.VIEW,
        relation.comment(),
        null,
        relation.columns(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        definition,
        List.of());
  }

  /** The same with one of its columns as its primary key. */
  public static Relation keyed(String key, Relation relation) {
    var columns =
        relation.columns().stream()
            .map(
                column ->
                    new Column(
                        column.name(),
                        column.position(),
                        column.dataType(),
                        column.typeRemark(),
                        column.typeFamily(),
                        column.nullable(),
                        column.defaultExpression(),
                        column.onUpdate(),
                        column.comment(),
                        column.generated(),
                        column.generatedAs(),
                        column.identity(),
                        column.enumValues(),
                        column.name().equals(key)))
            .toList();
    return withColumns(columns, relation);
  }

  /** Returns the same relation with other columns. */
  public static Relation withColumns(List<Column> columns, Relation relation) {
    return new Relation(
        relation.schema(),
        relation.name(),
        relation.kind(),
        relation.comment(),
        relation.rowEstimate(),
        columns,
        relation.primaryKey(),
        relation.uniqueConstraints(),
        relation.foreignKeys(),
        relation.indexes(),
        relation.checkConstraints(),
        relation.exclusionConstraints(),
        relation.partitionOf(),
        relation.partitionKey(),
        relation.inherits(),
        relation.hasChildren(),
        relation.extension(),
        relation.viewDefinition(),
        relation.unknown());
  }

  private static Column column(int position, String name, @Nullable String comment) {
    return new Column(
        name,
        position,
        "text",
        null,
        TypeFamily.TEXT,
        true,
        null,
        null,
        comment,
        null,
        null,
        null,
        List.of(),
        false);
  }
}
