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
  private static final Index PRIMARY =
      new Index("t_pkey", List.of("id"), true, true, "btree", null);
  private static final Index BY_NAME =
      new Index("t_name", List.of("name"), false, false, "btree", null);

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
    var changed = new Index("t_name", List.of("name"), true, false, "btree", null);

    assertThat(RelationDiff.between(table(1L, PRIMARY), table(1L, PRIMARY, BY_NAME)))
        .containsExactly(new RelationChange("index_added", null, null, BY_NAME));
    assertThat(RelationDiff.between(table(1L, BY_NAME), table(1L)))
        .containsExactly(new RelationChange("index_removed", null, BY_NAME, null));
    assertThat(RelationDiff.between(table(1L, BY_NAME), table(1L, changed)))
        .containsExactly(new RelationChange("index_changed", null, BY_NAME, changed));
  }

  @Test
  void tellsAKeyThatChanged() {
    var before = new PrimaryKey("t_pkey", List.of("id"));
    var after = new PrimaryKey("t_pkey", List.of("id", "name"));

    assertThat(
            RelationDiff.between(
                with(table(1L), table(1L).columns(), before),
                with(table(1L), table(1L).columns(), after)))
        .containsExactly(new RelationChange("primary_key_changed", null, before, after));
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
        List.of(new UniqueConstraint("t_unique", List.of("name"))),
        List.of(),
        List.of(indexes),
        List.of(new CheckConstraint("t_check", "id > 0")),
        null,
        null,
        null);
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
        relation.partitionOf(),
        relation.partitionKey(),
        relation.viewDefinition());
  }

  private static Column column(String name, int position, String type) {
    var family = type.equals("text") ? TypeFamily.TEXT : TypeFamily.INTEGER;
    return Columns.of(name, position, type, family);
  }
}
