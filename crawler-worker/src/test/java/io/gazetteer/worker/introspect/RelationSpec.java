package io.gazetteer.worker.introspect;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in few words what a relation should look like. Row estimates are left out. */
public final class RelationSpec {

  private final String schema;
  private final String name;
  private final RelationKind kind;
  private final List<ColumnSpec> columns = new ArrayList<>();
  private final List<Relation.UniqueConstraint> uniques = new ArrayList<>();
  private final List<Relation.ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Relation.Index> indexes = new ArrayList<>();
  private final List<Relation.CheckConstraint> checks = new ArrayList<>();
  private final List<ExclusionConstraint> exclusions = new ArrayList<>();
  private final List<String> inherits = new ArrayList<>();
  private Relation.@Nullable PrimaryKey primaryKey;
  private @Nullable String comment;
  private @Nullable String partitionOf;
  private @Nullable String partitionKey;
  private @Nullable String viewDefinition;
  private boolean hasChildren;

  private RelationSpec(RelationKind kind, String schema, String name) {
    this.kind = kind;
    this.schema = schema;
    this.name = name;
  }

  public static RelationSpec relation(RelationKind kind, String schema, String name) {
    return new RelationSpec(kind, schema, name);
  }

  public RelationSpec column(String columnName, String type, TypeFamily family) {
    return column(new ColumnSpec(columnName, type, family));
  }

  public RelationSpec column(ColumnSpec column) {
    columns.add(column);
    return this;
  }

  public RelationSpec comment(String text) {
    comment = text;
    return this;
  }

  public RelationSpec primaryKey(String keyName, String... keyColumns) {
    primaryKey = Relation.PrimaryKey.of(keyName, List.of(keyColumns));
    return this;
  }

  public RelationSpec unique(String keyName, String... keyColumns) {
    uniques.add(Relation.UniqueConstraint.of(keyName, List.of(keyColumns)));
    return this;
  }

  public RelationSpec foreignKey(Relation.ForeignKey key) {
    foreignKeys.add(key);
    return this;
  }

  public static Relation.ForeignKey foreignKey(
      String keyName, List<String> from, List<String> to, ReferentialAction... deleteAndUpdate) {
    return Relation.ForeignKey.of(
        keyName,
        from,
        to.get(0),
        to.get(1),
        to.subList(2, to.size()),
        deleteAndUpdate[0],
        deleteAndUpdate[1]);
  }

  public RelationSpec primaryIndex(String indexName, String... key) {
    return index(IndexSpec.of(indexName, key).primary().build());
  }

  public RelationSpec uniqueIndex(String indexName, String... key) {
    return index(IndexSpec.of(indexName, key).unique().build());
  }

  public RelationSpec index(String indexName, String method, String... key) {
    return index(IndexSpec.of(indexName, key).method(method).build());
  }

  public RelationSpec index(Relation.Index index) {
    indexes.add(index);
    return this;
  }

  /** Has the indexes as MySQL and MariaDB tell them. */
  RelationSpec mySqlIndexes() {
    indexes.replaceAll(IndexSpec::ofMySql);
    return this;
  }

  public RelationSpec check(String checkName, String expression) {
    checks.add(Relation.CheckConstraint.of(checkName, expression));
    return this;
  }

  public RelationSpec exclusion(ExclusionConstraint exclusion) {
    exclusions.add(exclusion);
    return this;
  }

  public RelationSpec inherits(String parent) {
    inherits.add(parent);
    return this;
  }

  public RelationSpec hasChildren() {
    hasChildren = true;
    return this;
  }

  public RelationSpec partitionOf(String parent) {
    partitionOf = parent;
    return this;
  }

  public RelationSpec partitionKey(String key) {
    partitionKey = key;
    return this;
  }

  public RelationSpec viewDefinition(String text) {
    viewDefinition = text;
    return this;
  }

  public Relation build() {
    List<Column> built = new ArrayList<>();
    for (ColumnSpec column : columns) {
      boolean keyed = primaryKey != null && primaryKey.columns().contains(column.name);
      built.add(column.build(built.size() + 1, keyed));
    }
    return new Relation(
        schema,
        name,
        kind,
        comment,
        null,
        built,
        primaryKey,
        uniques,
        foreignKeys,
        indexes,
        checks,
        exclusions,
        partitionOf,
        partitionKey,
        inherits,
        hasChildren,
        null,
        viewDefinition,
        List.of());
  }

  public static ColumnSpec col(String columnName, String type, TypeFamily family) {
    return new ColumnSpec(columnName, type, family);
  }

  /** One column; nullable and plain unless said otherwise. */
  public static final class ColumnSpec {
    private final String name;
    private final String type;
    private final TypeFamily family;
    private boolean nullable = true;
    private @Nullable String defaultExpression;
    private @Nullable String comment;
    private @Nullable String generated;
    private @Nullable GenerationKind generatedAs;
    private @Nullable IdentityKind identity;
    private List<String> enumValues = List.of();

    private ColumnSpec(String name, String type, TypeFamily family) {
      this.name = name;
      this.type = type;
      this.family = family;
    }

    public ColumnSpec notNull() {
      nullable = false;
      return this;
    }

    public ColumnSpec byDefault(String expression) {
      defaultExpression = expression;
      return this;
    }

    public ColumnSpec comment(String text) {
      comment = text;
      return this;
    }

    public ColumnSpec generated(String expression) {
      generated = expression;
      generatedAs = GenerationKind.STORED;
      return this;
    }

    public ColumnSpec identity(IdentityKind kind) {
      identity = kind;
      return this;
    }

    public ColumnSpec values(String... values) {
      enumValues = List.of(values);
      return this;
    }

    private Column build(int position, boolean primaryKey) {
      return new Column(
          name,
          position,
          type,
          null,
          family,
          nullable,
          defaultExpression,
          null,
          comment,
          generated,
          generatedAs,
          identity,
          enumValues,
          primaryKey);
    }
  }
}
