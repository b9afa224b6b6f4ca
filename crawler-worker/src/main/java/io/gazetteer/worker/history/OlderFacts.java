package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says of a relation what an older version of this program would have said, so that its first crawl
 * after an upgrade tells only what has changed in the source. Where the older version may have been
 * wrong, as with a text of MySQL that holds a backslash, nothing is told once.
 */
final class OlderFacts {
  private final Relation before;
  private final Relation after;

  private OlderFacts(Relation before, Relation after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the relation as the older version would have described it.
   *
   * @param before what the older version said of it
   */
  static Relation of(Relation before, Relation after) {
    return new OlderFacts(before, after).reduce();
  }

  private Relation reduce() {
    boolean ordinary =
        before.partitionOf() == null && before.kind() != RelationKind.PARTITIONED_TABLE;
    return new Relation(
        after.schema(),
        after.name(),
        ordinary && after.kind() == RelationKind.PARTITION ? before.kind() : after.kind(),
        after.comment(),
        after.rowEstimate(),
        columns(),
        reduce(after.primaryKey()),
        uniqueConstraints(),
        foreignKeys(),
        indexes(),
        checks(),
        List.of(),
        ordinary ? null : after.partitionOf(),
        after.partitionKey(),
        List.of(),
        false,
        null,
        before.viewDefinition() == null ? null : after.viewDefinition(),
        List.of(),
        after.identity());
  }

  private List<Column> columns() {
    var old =
        before.columns().stream()
            .collect(Collectors.toMap(Column::name, Function.identity(), (one, same) -> one));
    return after.columns().stream().map(column -> column(old.get(column.name()), column)).toList();
  }

  private static Column column(@Nullable Column was, Column is) {
    var type =
        was != null && bare(was.dataType()).equals(bare(is.dataType()))
            ? was.dataType()
            : is.dataType();
    return new Column(
        is.name(),
        is.position(),
        type,
        null,
        is.typeFamily(),
        is.nullable(),
        was == null
            ? is.defaultExpression()
            : text(was.defaultExpression(), is.defaultExpression()),
        null,
        is.comment(),
        was == null ? is.generated() : text(was.generated(), is.generated()),
        null,
        is.identity(),
        was != null && was.enumValues().isEmpty() ? List.of() : is.enumValues(),
        is.primaryKey());
  }

  /** Returns a type without the comments that MariaDB writes behind it. */
  private static String bare(String type) {
    return type.replaceAll("\\s*/\\*.*?\\*/", "");
  }

  /** Returns the old text when the new one differs only in how it is escaped. */
  private static @Nullable String text(@Nullable String was, @Nullable String is) {
    return was != null && is != null && plain(was).equals(plain(is)) ? was : is;
  }

  private static String plain(String text) {
    return text.replace("\\", "");
  }

  private static Relation.@Nullable PrimaryKey reduce(Relation.@Nullable PrimaryKey key) {
    return key == null ? null : Relation.PrimaryKey.of(key.name(), key.columns());
  }

  private List<Relation.UniqueConstraint> uniqueConstraints() {
    return after.uniqueConstraints().stream()
        .map(
            key ->
                Relation.UniqueConstraint.of(
                    key.name(), texts(oldColumns(key.name()), key.columns())))
        .toList();
  }

  private @Nullable List<String> oldColumns(String constraint) {
    return before.uniqueConstraints().stream()
        .filter(old -> old.name().equals(constraint))
        .map(Relation.UniqueConstraint::columns)
        .findFirst()
        .orElse(null);
  }

  private static List<String> texts(@Nullable List<String> was, List<String> is) {
    return was != null && plain(was.toString()).equals(plain(is.toString())) ? was : is;
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return after.foreignKeys().stream().map(this::foreignKey).toList();
  }

  /** The older version said {@code no_action} of actions that it could not see. */
  private Relation.ForeignKey foreignKey(Relation.ForeignKey key) {
    boolean unseen =
        before.foreignKeys().stream()
            .filter(old -> old.name().equals(key.name()))
            .anyMatch(
                old ->
                    old.onDelete() == ReferentialAction.NO_ACTION
                        && old.onUpdate() == ReferentialAction.NO_ACTION);
    return Relation.ForeignKey.of(
        key.name(),
        key.columns(),
        key.referencedSchema(),
        key.referencedTable(),
        key.referencedColumns(),
        unseen ? ReferentialAction.NO_ACTION : key.onDelete(),
        unseen ? ReferentialAction.NO_ACTION : key.onUpdate());
  }

  private List<Relation.Index> indexes() {
    var old =
        before.indexes().stream()
            .collect(
                Collectors.toMap(
                    Relation.Index::name, Relation.Index::columns, (one, same) -> one));
    return after.indexes().stream()
        .map(
            index ->
                new Relation.Index(
                    index.name(),
                    texts(old.get(index.name()), index.columns()),
                    List.of(),
                    List.of(),
                    index.unique(),
                    false,
                    index.primary(),
                    true,
                    index.method(),
                    index.predicate()))
        .toList();
  }

  /** The older version knew one check of a name. */
  private List<Relation.CheckConstraint> checks() {
    return after.checkConstraints().stream()
        .map(this::check)
        .filter(
            check ->
                before.checkConstraints().contains(check)
                    || before.checkConstraints().stream().noneMatch(old -> isSecond(old, check)))
        .toList();
  }

  private Relation.CheckConstraint check(Relation.CheckConstraint check) {
    return before.checkConstraints().stream()
        .filter(old -> old.name().equals(check.name()))
        .filter(old -> plain(old.expression()).equals(plain(check.expression())))
        .findFirst()
        .orElseGet(() -> Relation.CheckConstraint.of(check.name(), check.expression()));
  }

  /** Whether the old check is still there, so that the other one of its name was not seen. */
  private boolean isSecond(Relation.CheckConstraint old, Relation.CheckConstraint check) {
    return old.name().equals(check.name())
        && after.checkConstraints().stream().map(this::check).anyMatch(old::equals);
  }
}
