package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the raw facts of a batch inside its transaction. They stay in memory, 70 to 340 bytes a
 * column as measured (shared names without comments; own names, comments and defaults), so that the
 * transaction is over before anything is put together or handed on.
 */
final class BatchFacts {

  private static final int COLUMN_BITS = 16;
  private static final int COLUMN_MASK = 0xffff;

  private final Connection connection;
  private final NumberLists parameters;
  private final Map<Long, RelationFacts> relations = new HashMap<>();
  private final Map<TypeKey, ColumnType> types = new HashMap<>();

  /** Keeps one string for all columns of the same name; there are many. */
  private final Map<String, String> names = new HashMap<>();

  private BatchFacts(Connection connection, NumberLists parameters) {
    this.connection = connection;
    this.parameters = parameters;
  }

  static BatchFacts read(Connection connection, List<RelationRef> refs, Set<Long> skipped)
      throws SQLException {
    var parameters =
        NumberLists.none()
            .oids("oids", refs.stream().map(RelationRef::id).toList())
            .oids("skipped", skipped);
    var facts = new BatchFacts(connection, parameters);
    refs.forEach(ref -> facts.relations.put(ref.id(), new RelationFacts()));
    facts.read();
    return facts;
  }

  /** Reads first what can fail for a single relation, so that little is read in vain. */
  private void read() throws SQLException {
    run(PostgresQuery.TEXTS, this::addText);
    PostgresQuery.DEFAULTS.run(connection, parameters, this::addExpression);
    boolean estimatesZero = connection.getMetaData().getDatabaseMajorVersion() < 14;
    run(
        PostgresQuery.RELATIONS,
        (relation, row) ->
            relation.header(RelationHeader.of(row, relation.header(), estimatesZero)));
    run(
        PostgresQuery.CONSTRAINTS,
        (relation, row) -> PostgresConstraint.collect(row, relation.constraints()));
    run(PostgresQuery.INDEXES, (relation, row) -> relation.indexes().add(PostgresIndex.of(row)));
    run(PostgresQuery.COLUMNS, this::addColumn);
  }

  private interface RowReader {
    void read(RelationFacts relation, CopyRow row);
  }

  private void run(PostgresQuery query, RowReader reader) throws SQLException {
    query.run(connection, parameters, new ByRelation(reader));
  }

  /**
   * Hands rows on with the relation of their first field, which mostly is that of the row before.
   */
  private final class ByRelation implements Consumer<CopyRow> {
    private final RowReader reader;
    private long oid;
    private @Nullable RelationFacts relation;

    ByRelation(RowReader reader) {
      this.reader = reader;
    }

    @Override
    public void accept(CopyRow row) {
      long next = row.number();
      if (next != oid) {
        oid = next;
        relation = relations.get(next);
      }
      if (relation != null) {
        reader.read(relation, row);
      }
    }
  }

  private void addText(RelationFacts relation, CopyRow row) {
    var kind = row.requiredText();
    long number = row.number();
    int position = row.integer();
    if (number != 0 && kind.equals(TextKey.COMMENT)) {
      relation.comment(Math.toIntExact(number), row.requiredText());
    } else {
      relation.text(new TextKey(kind, number, position), row.text());
    }
  }

  /** Adds one row of an expression; see {@code defaults.sql} for what an owner is. */
  private void addExpression(CopyRow row) {
    var text = row.text();
    for (long owner : row.numbers()) {
      var relation = relations.get(owner >> COLUMN_BITS);
      if (relation != null) {
        relation.expression((int) owner & COLUMN_MASK, text);
      }
    }
  }

  private void addColumn(RelationFacts relation, CopyRow row) {
    int number = row.integer();
    var key = new TypeKey(row.number(), row.integer());
    var type = types.computeIfAbsent(key, ColumnType::new);
    boolean notNull = row.flag();
    var marks = PostgresColumn.Marks.of(row.character(), row.character());
    var name = names.computeIfAbsent(row.requiredText(), same -> same);
    relation.column(new PostgresColumn(number, type, notNull, marks, name));
  }

  Collection<ColumnType> usedTypes() {
    return types.values();
  }

  /** Returns the facts of a relation, and forgets them. */
  RelationFacts take(RelationRef ref) {
    return Objects.requireNonNullElseGet(relations.remove(ref.id()), RelationFacts::new);
  }
}
