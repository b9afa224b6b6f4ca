package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts one table or view together from its facts. */
final class TableAssembler {

  private static final TableFacts.Rules UNKNOWN_RULES =
      new TableFacts.Rules(ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);

  private final RelationRef ref;
  private final TableHeader header;
  private final TableFacts facts;
  private final boolean mariaDb;

  private TableAssembler(RelationRef ref, TableHeader header, TableFacts facts, boolean mariaDb) {
    this.ref = ref;
    this.header = header;
    this.facts = facts;
    this.mariaDb = mariaDb;
  }

  /** Puts the parts together; returns empty when they do not fit: the queries share no snapshot. */
  static Optional<Relation> assemble(
      RelationRef ref, TableHeader header, TableFacts facts, boolean mariaDb) {
    var assembler = new TableAssembler(ref, header, facts, mariaDb);
    return assembler.consistent() ? Optional.of(assembler.assemble()) : Optional.empty();
  }

  private boolean consistent() {
    var names = facts.columns.stream().map(MySqlColumn::name).collect(Collectors.toSet());
    return !names.isEmpty()
        && facts.foreignKeys.values().stream()
            .flatMap(key -> key.pairs().values().stream())
            .allMatch(pair -> names.contains(pair.column()));
  }

  private Relation assemble() {
    return new Relation(
        ref.schema(),
        ref.name(),
        header.kind(),
        header.comment(),
        facts.rowEstimate,
        columns(),
        primaryKey(),
        uniqueConstraints(),
        foreignKeys(),
        indexes(),
        checks(),
        null,
        facts.partitionKey,
        facts.viewText);
  }

  private List<Column> columns() {
    var primary = facts.indexes.get(MySqlIndex.PRIMARY);
    Collection<String> keyed = primary == null ? Set.of() : primary.columns().values();
    facts.columns.sort(Comparator.comparingInt(MySqlColumn::position));
    var columns = new ArrayList<Column>(facts.columns.size());
    for (MySqlColumn raw : facts.columns) {
      columns.add(column(raw, columns.size() + 1, keyed.contains(raw.name())));
    }
    return columns;
  }

  private Column column(MySqlColumn raw, int position, boolean primaryKey) {
    var spelling = raw.type().columnType();
    var family = MySqlTypeFamily.of(raw.type().dataType(), spelling);
    var generated = raw.texts().generated();
    return new Column(
        raw.name(),
        position,
        spelling,
        family,
        raw.nullable(),
        defaultOf(raw, family),
        raw.texts().comment(),
        generated == null ? null : ExpressionText.expression(mariaDb, generated),
        raw.type().extra().contains("auto_increment") ? IdentityKind.BY_DEFAULT : null,
        DeclaredValues.of(spelling),
        primaryKey);
  }

  /** Returns no default for a view's column: the server makes one up out of the tables below. */
  private @Nullable String defaultOf(MySqlColumn raw, TypeFamily family) {
    return header.kind() == RelationKind.VIEW
        ? null
        : ExpressionText.defaultOf(mariaDb, raw.texts().defaultValue(), family, raw.type().extra());
  }

  private Relation.@Nullable PrimaryKey primaryKey() {
    var primary = facts.indexes.get(MySqlIndex.PRIMARY);
    return primary == null
        ? null
        : new Relation.PrimaryKey(primary.name(), List.copyOf(primary.columns().values()));
  }

  private List<Relation.UniqueConstraint> uniqueConstraints() {
    return facts.indexes.values().stream()
        .filter(index -> index.unique() && !index.primary())
        .map(
            index ->
                new Relation.UniqueConstraint(index.name(), List.copyOf(index.columns().values())))
        .toList();
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return facts.foreignKeys.values().stream().map(this::foreignKey).toList();
  }

  private Relation.ForeignKey foreignKey(MySqlForeignKey key) {
    var rules = facts.rules.getOrDefault(key.name(), UNKNOWN_RULES);
    return new Relation.ForeignKey(
        key.name(),
        key.pairs().values().stream().map(MySqlForeignKey.Pair::column).toList(),
        key.referencedSchema(),
        key.referencedTable(),
        key.pairs().values().stream().map(MySqlForeignKey.Pair::referenced).toList(),
        rules.onDelete(),
        rules.onUpdate());
  }

  private List<Relation.Index> indexes() {
    return facts.indexes.values().stream()
        .map(
            index ->
                new Relation.Index(
                    index.name(),
                    List.copyOf(index.columns().values()),
                    index.unique(),
                    index.primary(),
                    index.method(),
                    null))
        .toList();
  }

  private List<Relation.CheckConstraint> checks() {
    return facts.checks.entrySet().stream()
        .map(check -> new Relation.CheckConstraint(check.getKey(), check.getValue()))
        .toList();
  }
}
