package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.SourceIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts one relation together from its facts. */
final class RelationAssembler {
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  private final RelationFacts facts;
  private final RelationHeader header;
  private final ColumnTexts names = new ColumnTexts();

  private final long oid;

  private RelationAssembler(long oid, RelationFacts facts, RelationHeader header) {
    this.oid = oid;
    this.facts = facts;
    this.header = header;
    facts.columns().forEach(column -> names.put(column.number(), column.name()));
  }

  /**
   * Puts the parts together; returns empty when one is missing, which means that the relation
   * changed between two queries.
   */
  static Optional<Relation> assemble(long oid, RelationFacts facts, RelationHeader header) {
    boolean complete =
        !facts.textMissing()
            && facts.columns().stream().allMatch(column -> column.type().resolved() != null);
    return complete
        ? Optional.of(new RelationAssembler(oid, facts, header).assemble())
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
        exclusionConstraints(),
        header.partitionOf(),
        facts.text(TextKey.partitionKey()),
        header.inherits(),
        header.hasChildren(),
        header.extension(),
        viewDefinition(),
        List.of(),
        SourceIdentity.of(oid, facts.columns().stream().map(PostgresColumn::number).toList()));
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
        null,
        type.family(),
        !raw.notNull() && !type.notNull(),
        generated ? null : expression,
        null,
        facts.comment(raw.number()),
        generated ? expression : null,
        generation(raw.marks().generated()),
        identity(raw.marks().identity()),
        type.enumValues(),
        primaryKey);
  }

  private static @Nullable GenerationKind generation(char mark) {
    return switch (mark) {
      case 's' -> GenerationKind.STORED;
      case 'v' -> GenerationKind.VIRTUAL;
      default -> null;
    };
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
    return constraints('p').stream().findFirst().map(this::primaryKey).orElse(null);
  }

  private Relation.PrimaryKey primaryKey(PostgresConstraint key) {
    var rule = key.rule();
    return new Relation.PrimaryKey(
        key.name(),
        names(key.columnNumbers()),
        rule.deferrable(),
        rule.initiallyDeferred(),
        rule.overlap());
  }

  private List<Relation.UniqueConstraint> uniqueConstraints() {
    return constraints('u').stream().map(this::uniqueConstraint).toList();
  }

  private Relation.UniqueConstraint uniqueConstraint(PostgresConstraint key) {
    var rule = key.rule();
    return new Relation.UniqueConstraint(
        key.name(),
        names(key.columnNumbers()),
        rule.deferrable(),
        rule.initiallyDeferred(),
        indexOf(key).map(index -> index.marks().nullsNotDistinct()).orElse(false),
        rule.overlap());
  }

  private Optional<PostgresIndex> indexOf(PostgresConstraint constraint) {
    return facts.indexes().stream()
        .filter(index -> index.oid() == constraint.rule().index())
        .findFirst();
  }

  /** Returns the checks, and what is the same by another name: NOT NULL that is not validated. */
  private List<Relation.CheckConstraint> checkConstraints() {
    return facts.constraints().stream()
        .filter(found -> found.type() == 'c' || found.type() == 'n')
        .map(this::checkConstraint)
        .toList();
  }

  private Relation.CheckConstraint checkConstraint(PostgresConstraint check) {
    var expression =
        check.type() == 'c'
            ? text(TextKey.check(check.oid()))
            : "(" + quoted(names(check.columnNumbers()).getFirst()) + " IS NOT NULL)";
    var rule = check.rule();
    return new Relation.CheckConstraint(
        check.name(), expression, rule.validated(), rule.enforced());
  }

  /** Returns the constraints whose index is still there: it says what they are made of. */
  private List<ExclusionConstraint> exclusionConstraints() {
    return constraints('x').stream()
        .flatMap(found -> indexOf(found).stream().map(index -> exclusion(found, index)))
        .toList();
  }

  private ExclusionConstraint exclusion(PostgresConstraint constraint, PostgresIndex index) {
    var rule = constraint.rule();
    return new ExclusionConstraint(
        constraint.name(),
        columnsOf(index),
        constraint.operators(),
        index.key().method(),
        facts.text(TextKey.predicate(index.oid())),
        rule.deferrable(),
        rule.initiallyDeferred());
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return constraints('f').stream().map(this::foreignKey).toList();
  }

  private Relation.ForeignKey foreignKey(PostgresConstraint key) {
    var target = Objects.requireNonNull(key.reference());
    var rule = key.rule();
    return new Relation.ForeignKey(
        key.name(),
        names(key.columnNumbers()),
        target.schema(),
        target.table(),
        target.columns(),
        target.onDelete(),
        names(target.deleteSets()),
        target.onUpdate(),
        target.matchFull(),
        rule.deferrable(),
        rule.initiallyDeferred(),
        rule.validated(),
        rule.enforced(),
        rule.overlap());
  }

  private List<Relation.Index> indexes() {
    return facts.indexes().stream().map(this::index).toList();
  }

  private Relation.Index index(PostgresIndex index) {
    var marks = index.marks();
    return new Relation.Index(
        index.name(),
        columnsOf(index),
        index.key().keys(),
        names(index.key().included()),
        marks.unique(),
        marks.nullsNotDistinct(),
        marks.primary(),
        marks.valid(),
        index.key().method(),
        facts.text(TextKey.predicate(index.oid())));
  }

  private List<String> columnsOf(PostgresIndex index) {
    var columns = new ArrayList<String>();
    for (int number : index.key().columnNumbers()) {
      columns.add(
          number == 0
              ? text(TextKey.indexColumn(index.oid(), columns.size() + 1))
              : Objects.requireNonNull(names.get(number)));
    }
    return columns;
  }

  private static String quoted(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private String text(TextKey key) {
    return Objects.requireNonNull(facts.text(key), () -> "No text for " + key);
  }
}
