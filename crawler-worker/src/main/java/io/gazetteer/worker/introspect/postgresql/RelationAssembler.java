package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one relation together from its facts. */
final class RelationAssembler {

  private final RelationFacts facts;
  private final RelationHeader header;
  private final ColumnTexts names = new ColumnTexts();

  private RelationAssembler(RelationFacts facts, RelationHeader header) {
    this.facts = facts;
    this.header = header;
    facts.columns().forEach(column -> names.put(column.number(), column.name()));
  }

  /**
   * Puts the parts together; returns empty when one is missing, which means that the relation
   * changed between two queries.
   */
  static Optional<Relation> assemble(RelationFacts facts, RelationHeader header) {
    boolean complete =
        !facts.textMissing()
            && facts.columns().stream().allMatch(column -> column.type().resolved() != null);
    return complete
        ? Optional.of(new RelationAssembler(facts, header).assemble())
        : Optional.empty();
  }

  private Relation assemble() {
    return new Relation(
        header.schema(),
        header.name(),
        header.kind(),
        facts.text(TextKey.comment()),
        header.rowEstimate(),
        columns(),
        primaryKey(),
        uniqueConstraints(),
        foreignKeys(),
        indexes(),
        checkConstraints(),
        header.partitionOf(),
        facts.text(TextKey.partitionKey()),
        viewDefinition());
  }

  /** Returns the definition as MySQL shows it: without the semicolon that ends a statement. */
  private @Nullable String viewDefinition() {
    var text = facts.text(TextKey.view());
    return text == null ? null : text.strip().replaceFirst(";$", "");
  }

  private List<Column> columns() {
    var keyed = new HashSet<Integer>();
    constraints('p').forEach(key -> keyed.addAll(key.columnNumbers()));
    var columns = new ArrayList<Column>(facts.columns().size());
    for (PostgresColumn raw : facts.columns()) {
      columns.add(column(raw, columns.size() + 1, keyed.contains(raw.number())));
    }
    return columns;
  }

  private Column column(PostgresColumn raw, int position, boolean primaryKey) {
    var type = Objects.requireNonNull(raw.type().resolved());
    var expression = facts.expression(raw.number());
    boolean generated = raw.marks().generated() != 0;
    return new Column(
        raw.name(),
        position,
        type.spelling(),
        type.family(),
        !raw.notNull() && !type.notNull(),
        generated ? null : expression,
        facts.comment(raw.number()),
        generated ? expression : null,
        identity(raw.marks().identity()),
        type.enumValues(),
        primaryKey);
  }

  private static @Nullable IdentityKind identity(char mark) {
    return switch (mark) {
      case 'a' -> IdentityKind.ALWAYS;
      case 'd' -> IdentityKind.BY_DEFAULT;
      default -> null;
    };
  }

  private List<PostgresConstraint> constraints(char type) {
    return facts.constraints().stream().filter(found -> found.type() == type).toList();
  }

  private List<String> names(List<Integer> numbers) {
    return numbers.stream().map(names::get).map(Objects::requireNonNull).toList();
  }

  private Relation.@Nullable PrimaryKey primaryKey() {
    return constraints('p').stream()
        .findFirst()
        .map(key -> new Relation.PrimaryKey(key.name(), names(key.columnNumbers())))
        .orElse(null);
  }

  private List<Relation.UniqueConstraint> uniqueConstraints() {
    return constraints('u').stream()
        .map(key -> new Relation.UniqueConstraint(key.name(), names(key.columnNumbers())))
        .toList();
  }

  private List<Relation.CheckConstraint> checkConstraints() {
    return constraints('c').stream()
        .map(check -> new Relation.CheckConstraint(check.name(), text(TextKey.check(check.oid()))))
        .toList();
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return constraints('f').stream().map(this::foreignKey).toList();
  }

  private Relation.ForeignKey foreignKey(PostgresConstraint key) {
    var target = Objects.requireNonNull(key.reference());
    return new Relation.ForeignKey(
        key.name(),
        names(key.columnNumbers()),
        target.schema(),
        target.table(),
        target.columns(),
        target.onDelete(),
        target.onUpdate());
  }

  private List<Relation.Index> indexes() {
    return facts.indexes().stream().map(this::index).toList();
  }

  private Relation.Index index(PostgresIndex index) {
    var columns = new ArrayList<String>();
    for (int number : index.key().columnNumbers()) {
      columns.add(
          number == 0
              ? text(TextKey.indexColumn(index.oid(), columns.size() + 1))
              : Objects.requireNonNull(names.get(number)));
    }
    return new Relation.Index(
        index.name(),
        columns,
        index.unique(),
        index.primary(),
        index.key().method(),
        facts.text(TextKey.predicate(index.oid())));
  }

  private String text(TextKey key) {
    return Objects.requireNonNull(facts.text(key), () -> "No text for " + key);
  }
}
