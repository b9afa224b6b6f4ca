package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.relation.UnknownFact;
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

  private final RelationRef ref;
  private final TableHeader header;
  private final TableFacts facts;
  private final Source source;

  /** Whether keys, indexes and checks may be seen in part only, which is worse than not at all. */
  private final boolean keysHidden;

  /** Says who answers, and what the user may see there. */
  record Source(boolean mariaDb, MySqlRights rights) {}

  private TableAssembler(RelationRef ref, TableHeader header, TableFacts facts, Source source) {
    this.ref = ref;
    this.header = header;
    this.facts = facts;
    this.source = source;
    this.keysHidden = header.broken() || !source.rights().showsAllColumns(ref.schema(), ref.name());
    if (keysHidden) {
      facts.foreignKeys.clear();
      facts.indexes.clear();
      facts.checks.clear();
    }
  }

  /** Puts the parts together; returns empty when they do not fit: the queries share no snapshot. */
  static Optional<Relation> assemble(
      RelationRef ref, TableHeader header, TableFacts facts, Source source) {
    var assembler = new TableAssembler(ref, header, facts, source);
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
        List.of(),
        null,
        facts.partitionKey,
        List.of(),
        false,
        null,
        facts.viewText,
        unknown());
  }

  private List<Column> columns() {
    var primary = facts.indexes.get(MySqlIndex.PRIMARY);
    Collection<String> keyed = primary == null ? Set.of() : primary.columns();
    facts.columns.sort(Comparator.comparingInt(MySqlColumn::position));
    var columns = new ArrayList<Column>(facts.columns.size());
    for (MySqlColumn raw : facts.columns) {
      columns.add(column(raw, columns.size() + 1, keyed.contains(raw.name())));
    }
    return columns;
  }

  private Column column(MySqlColumn raw, int position, boolean primaryKey) {
    var type = TypeText.of(raw.type().columnType());
    var spelling = type.type();
    var family = familyOf(raw, spelling);
    var generated = raw.texts().generated();
    return new Column(
        raw.name(),
        position,
        spelling,
        type.remark(),
        family,
        raw.nullable(),
        defaultOf(raw, family),
        ExpressionText.onUpdateOf(raw.type().extra()),
        raw.texts().comment(),
        generated == null ? null : ExpressionText.expression(source.mariaDb(), generated),
        generated == null ? null : generation(raw.type().extra()),
        raw.type().extra().contains("auto_increment") ? IdentityKind.BY_DEFAULT : null,
        DeclaredValues.of(spelling),
        primaryKey);
  }

  private TypeFamily familyOf(MySqlColumn raw, String spelling) {
    var family = MySqlTypeFamily.of(raw.type().dataType(), spelling);
    return source.mariaDb()
            && family == TypeFamily.TEXT
            && JsonCheck.makesJson(raw.name(), checkTexts())
        ? TypeFamily.DOCUMENT
        : family;
  }

  private List<String> checkTexts() {
    return facts.checks.stream().map(Relation.CheckConstraint::expression).toList();
  }

  private static GenerationKind generation(String extra) {
    return extra.contains("VIRTUAL") ? GenerationKind.VIRTUAL : GenerationKind.STORED;
  }

  /** Returns no default for a view's column: the server makes one up out of the tables below. */
  private @Nullable String defaultOf(MySqlColumn raw, TypeFamily family) {
    return header.kind() == RelationKind.VIEW
        ? null
        : ExpressionText.defaultOf(
            source.mariaDb(), raw.texts().defaultValue(), family, raw.type().extra());
  }

  private Relation.@Nullable PrimaryKey primaryKey() {
    var primary = facts.indexes.get(MySqlIndex.PRIMARY);
    return primary == null
        ? null
        : new Relation.PrimaryKey(
            primary.name(),
            primary.columns(),
            false,
            false,
            facts.periods.contains(primary.name()));
  }

  private List<Relation.UniqueConstraint> uniqueConstraints() {
    return facts.indexes.values().stream()
        .filter(index -> index.unique() && !index.primary())
        .map(
            index ->
                new Relation.UniqueConstraint(
                    index.name(),
                    index.columns(),
                    false,
                    false,
                    false,
                    facts.periods.contains(index.name())))
        .toList();
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return facts.foreignKeys.values().stream().map(this::foreignKey).toList();
  }

  private Relation.ForeignKey foreignKey(MySqlForeignKey key) {
    var rules = facts.rules.get(key.name());
    return Relation.ForeignKey.of(
        key.name(),
        key.pairs().values().stream().map(MySqlForeignKey.Pair::column).toList(),
        key.referencedSchema(),
        key.referencedTable(),
        key.pairs().values().stream().map(MySqlForeignKey.Pair::referenced).toList(),
        rules == null ? null : rules.onDelete(),
        rules == null ? null : rules.onUpdate());
  }

  private List<Relation.Index> indexes() {
    return facts.indexes.values().stream()
        .map(
            index ->
                new Relation.Index(
                    index.name(),
                    index.columns(),
                    index.keys(),
                    List.of(),
                    index.unique(),
                    false,
                    index.primary(),
                    true,
                    index.method(),
                    null))
        .toList();
  }

  private List<Relation.CheckConstraint> checks() {
    return facts.checks.stream()
        .sorted(
            Comparator.comparing(Relation.CheckConstraint::name)
                .thenComparing(Relation.CheckConstraint::expression))
        .toList();
  }

  /** Returns what the server does not say about the table, because of the user's rights mostly. */
  private List<UnknownFact> unknown() {
    if (header.broken()) {
      return List.of(
          new UnknownFact(Fact.COMMENT, false, null, null),
          new UnknownFact(Fact.COLUMNS, false, null, null));
    }
    var unknown = new ArrayList<UnknownFact>();
    if (keysHidden) {
      unknown.add(unknown(Fact.COLUMNS, "SELECT", ref.name()));
    }
    // MariaDB tells the actions to those who have any right besides SELECT.
    if (!facts.rules.keySet().containsAll(facts.foreignKeys.keySet())) {
      unknown.add(unknown(Fact.FOREIGN_KEY_ACTIONS, "SHOW VIEW", null));
    }
    if (header.kind() == RelationKind.VIEW && facts.viewText == null) {
      unknown.add(unknown(Fact.VIEW_DEFINITION, "SHOW VIEW", null));
    }
    return unknown;
  }

  private UnknownFact unknown(Fact fact, String right, @Nullable String table) {
    return new UnknownFact(fact, false, right, source.rights().grant(right, ref.schema(), table));
  }
}
