package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.model.RelationKind;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The raw facts of a batch, collected inside its transaction. Held in memory, about 150 bytes a
 * column, so that the transaction is over before anything is put together or handed on.
 */
final class BatchFacts {

  private final Connection connection;
  private final NumberLists parameters;
  private final Map<Long, RelationFacts> relations = new HashMap<>();
  private final Map<TypeKey, TypeKey> types = new HashMap<>();
  private final Map<String, String> sharedTexts = new HashMap<>();

  private BatchFacts(Connection connection, NumberLists parameters) {
    this.connection = connection;
    this.parameters = parameters;
  }

  static BatchFacts read(Connection connection, List<RelationRef> refs, Set<Long> skipped)
      throws SQLException {
    NumberLists parameters =
        NumberLists.none()
            .oids("oids", refs.stream().map(RelationRef::id).toList())
            .oids("skipped", skipped);
    BatchFacts facts = new BatchFacts(connection, parameters);
    refs.forEach(ref -> facts.relations.put(ref.id(), new RelationFacts()));
    facts.read(refs);
    return facts;
  }

  /** What can fail for a single relation comes first, so that little is read in vain. */
  private void read(List<RelationRef> refs) throws SQLException {
    if (refs.stream().anyMatch(ref -> hasText(ref.kind()))) {
      run(PostgresQuery.VIEWS, (relation, row) -> relation.viewText(row.text()));
    }
    run(PostgresQuery.TEXTS, this::addText);
    boolean estimatesZero = connection.getMetaData().getDatabaseMajorVersion() < 14;
    run(
        PostgresQuery.RELATIONS,
        (relation, row) -> relation.header(RelationHeader.of(row, estimatesZero)));
    run(
        PostgresQuery.CONSTRAINTS,
        (relation, row) -> RawConstraint.collect(row, relation.constraints()));
    run(PostgresQuery.INDEXES, (relation, row) -> relation.indexes().add(RawIndex.of(row)));
    run(PostgresQuery.COLUMNS, this::addColumn);
  }

  private static boolean hasText(RelationKind kind) {
    return kind == RelationKind.VIEW || kind == RelationKind.MATERIALIZED_VIEW;
  }

  private interface RowReader {
    void read(RelationFacts relation, CopyRow row);
  }

  private void run(PostgresQuery query, RowReader reader) throws SQLException {
    query.run(
        connection,
        parameters,
        row -> {
          RelationFacts relation = relations.get(row.number());
          if (relation != null) {
            reader.read(relation, row);
          }
        });
  }

  private void addText(RelationFacts relation, CopyRow row) {
    TextKey key = new TextKey(shared(row.requiredText()), row.number(), row.integer());
    String text = row.text();
    relation.text(key, text == null ? null : shared(text));
  }

  private void addColumn(RelationFacts relation, CopyRow row) {
    int number = row.integer();
    TypeKey type = types.computeIfAbsent(new TypeKey(row.number(), row.integer()), key -> key);
    boolean notNull = row.flag();
    RawColumn.Marks marks = RawColumn.Marks.of(row.character(), row.character());
    relation.column(new RawColumn(number, type, notNull, marks, row.requiredText()));
  }

  private String shared(String text) {
    return sharedTexts.computeIfAbsent(text, key -> key);
  }

  Collection<TypeKey> usedTypes() {
    return new HashSet<>(types.keySet());
  }

  RelationFacts of(RelationRef ref) {
    return relations.getOrDefault(ref.id(), new RelationFacts());
  }
}
