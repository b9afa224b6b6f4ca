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
import io.gazetteer.common.relation.SourceIdentity;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.worker.testing.fixtures.Columns;
import java.util.ArrayList;
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
  void tellsAColumnThatDiffersInNothingButTheNameAsRenamed() {
    var before = with(table(1L, PRIMARY, BY_NAME), columns("id", "name"), null);
    var after =
        with(
            table(1L, PRIMARY, index("t_name", List.of("label"), false, false)),
            columns("id", "label"),
            null);
    assertThat(told(before, after)).containsExactly("column_renamed label");

    var other =
        with(table(1L), List.of(column("id", 1, "integer"), column("label", 2, "integer")), null);
    assertThat(RelationDiff.between(table(1L), other))
        .extracting(RelationChange::change, RelationChange::column)
        .containsExactlyInAnyOrder(tuple("column_added", "label"), tuple("column_removed", "name"));
  }

  @Test
  void goesByTheNumbersThatASourceGives() {
    var before = numbered(7, columns("id", "name", "note"), 1, 2, 3);

    assertThat(told(before, numbered(7, columns("id", "label", "memo"), 1, 2, 3)))
        .containsExactly("column_renamed label", "column_renamed memo");
    assertThat(told(before, numbered(7, columns("id", "name", "memo"), 1, 2, 4)))
        .as("dropped and added")
        .containsExactly("column_added memo", "column_removed note");
    assertThat(told(before, numbered(7, columns("id", "name"), 1, 3)))
        .as("one is dropped, and another takes its name")
        .containsExactly("column_removed name", "column_renamed name");
    assertThat(told(before, numbered(7, columns("id", "note", "name"), 1, 2, 3)))
        .as("two change their names")
        .containsExactly("column_renamed note", "column_renamed name");
    assertThat(told(before, numbered(8, columns("id", "label", "note"), 1, 2, 3)))
        .as("another table of that name")
        .containsExactly("column_added label", "column_removed name");
  }

  private static List<String> told(Relation before, Relation after) {
    return RelationDiff.between(before, after).stream()
        .filter(change -> !change.change().startsWith("unique_constraint"))
        .map(change -> change.change() + " " + change.column())
        .toList();
  }

  private static List<Column> columns(String id, String... names) {
    var columns = new ArrayList<>(List.of(column(id, 1, "integer")));
    for (String name : names) {
      columns.add(column(name, columns.size() + 1, "text"));
    }
    return columns;
  }

  private static Relation numbered(long oid, List<Column> columns, Integer... numbers) {
    return with(table(1L), columns, null, SourceIdentity.of(oid, List.of(numbers)));
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
    return with(relation, columns, primaryKey, null);
  }

  private static Relation with(
      Relation relation,
      List<Column> columns,
      @Nullable PrimaryKey primaryKey,
      @Nullable SourceIdentity identity) {
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
        relation.unknown(),
        identity);
  }

  private static Column column(String name, int position, String type) {
    var family = type.equals("text") ? TypeFamily.TEXT : TypeFamily.INTEGER;
    return Columns.of(name, position, type, family);
  }
}
