package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.Relation.CheckConstraint;
import io.gazetteer.common.relation.Relation.Index;
import io.gazetteer.common.relation.Relation.PrimaryKey;
import io.gazetteer.common.relation.Relation.UniqueConstraint;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.worker.testing.fixtures.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationDiffTest {
  private static final Index PRIMARY = index("t_pkey", List.of("id"), true, true);
  private static final Index BY_NAME = index("t_name", List.of("name"), false, false);

  @Test
  void findsNoneInEqualRelations() {
    assertThat(RelationDiff.between(table(1L, PRIMARY), table(1L, PRIMARY))).isEmpty();
  }

  @Test
  void findsNoneInRowEstimatesAndPositions() {
    assertThat(RelationDiff.between(table(1L, PRIMARY), table(500L, PRIMARY))).isEmpty();
    var moved =
        with(table(1L), List.of(column("name", 1, "text"), column("id", 2, "integer")), null);
    assertThat(RelationDiff.between(table(1L), moved)).isEmpty();
  }

  @Test
  void takesWhatIsRenamedForRemovedAndAdded() {
    var renamed =
        with(table(1L), List.of(column("id", 1, "integer"), column("label", 2, "text")), null);
    assertThat(RelationDiff.between(table(1L), renamed))
        .extracting(RelationChange::change, RelationChange::column)
        .containsExactlyInAnyOrder(tuple("column_added", "label"), tuple("column_removed", "name"));
  }

  @Test
  void tellsIndexesByTheirName() {
    var changed = index("t_name", List.of("name"), true, false);

    assertThat(RelationDiff.between(table(1L, PRIMARY), table(1L, PRIMARY, BY_NAME)))
        .containsExactly(new RelationChange("index_added", null, null, BY_NAME));
    assertThat(RelationDiff.between(table(1L, BY_NAME), table(1L)))
        .containsExactly(new RelationChange("index_removed", null, BY_NAME, null));
    assertThat(RelationDiff.between(table(1L, BY_NAME), table(1L, changed)))
        .containsExactly(new RelationChange("index_changed", null, BY_NAME, changed));
  }

  @Test
  void tellsAKeyThatChanged() {
    var before = PrimaryKey.of("t_pkey", List.of("id"));
    var after = PrimaryKey.of("t_pkey", List.of("id", "name"));

    assertThat(
            RelationDiff.between(
                with(table(1L), table(1L).columns(), before),
                with(table(1L), table(1L).columns(), after)))
        .containsExactly(new RelationChange("primary_key_changed", null, before, after));
  }

  private static Index index(String name, List<String> columns, boolean unique, boolean primary) {
    return new Index(
        name, columns, List.of(), List.of(), unique, false, primary, true, "btree", null);
  }

  private static Relation table(long rows, Index... indexes) {
    return new Relation(
        "public",
        "t",
        RelationKind.TABLE,
        null,
        rows,
        List.of(column("id", 1, "integer"), column("name", 2, "text")),
        null,
        List.of(UniqueConstraint.of("t_unique", List.of("name"))),
        List.of(),
        List.of(indexes),
        List.of(CheckConstraint.of("t_check", "id > 0")),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  private static Relation with(
      Relation relation, List<Column> columns, @Nullable PrimaryKey primaryKey) {
    return new Relation(
        relation.schema(),
        relation.name(),
        relation.kind(),
        relation.comment(),
        relation.rowEstimate(),
        columns,
        primaryKey,
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

  private static Column column(String name, int position, String type) {
    var family = type.equals("text") ? TypeFamily.TEXT : TypeFamily.INTEGER;
    return Columns.of(name, position, type, family);
  }
}
