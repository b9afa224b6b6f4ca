package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldKeysTest {
  private static final UUID SOURCE = new UUID(1, 2);
  private static final List<String> COLUMNS = List.of("id", "email");

  @Test
  void isTheSameInEverySchemaAndDatabase() {
    long key = FoldKeys.of(SOURCE, table("acme", "users", null, COLUMNS));

    assertThat(FoldKeys.of(SOURCE, table("globex", "users", null, COLUMNS))).isEqualTo(key);
    assertThat(FoldKeys.of(new UUID(3, 4), table("acme", "users", null, COLUMNS))).isEqualTo(key);
    assertThat(FoldKeys.of(SOURCE, table("acme", "users", null, List.of("email", "id"))))
        .isEqualTo(key);
  }

  @Test
  void isAnotherForWhatAHitShowsToBeAnother() {
    long key = FoldKeys.of(SOURCE, table("acme", "users", null, COLUMNS));

    assertThat(
            List.of(
                FoldKeys.of(SOURCE, table("acme", "user", null, COLUMNS)),
                FoldKeys.of(SOURCE, table("acme", "users", "people", COLUMNS)),
                FoldKeys.of(SOURCE, table("acme", "users", null, List.of("id", "emails"))),
                FoldKeys.of(SOURCE, table("acme", "users", null, List.of("id")))))
        .doesNotContain(key)
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheSameForThePartitionsOfATable() {
    long key = FoldKeys.of(SOURCE, partition("orders_2024", "orders_2024_eu"));

    assertThat(FoldKeys.of(SOURCE, partition("orders_2025", "orders_2025_us"))).isEqualTo(key);
    assertThat(FoldKeys.of(SOURCE, partition("visits_2025", "visits_2025_us"))).isNotEqualTo(key);
    assertThat(FoldKeys.of(new UUID(3, 4), partition("orders_2024", "orders_2024_eu")))
        .isNotEqualTo(key);
  }

  @Test
  void isAnotherForEachColumn() {
    var keys = new ArrayList<Long>();
    for (int table = 0; table < 100; table++) {
      long key = FoldKeys.of(SOURCE, table("s", "t" + table, null, COLUMNS));
      keys.addAll(
          IntStream.range(0, 100).mapToLong(i -> FoldKeys.ofColumn(key, i)).boxed().toList());
      keys.add(key);
    }

    assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
  }

  private static Relation partition(String parent, String name) {
    return relation("s", name, RelationKind.PARTITION, null, COLUMNS, "s." + parent);
  }

  private static Relation table(
      String schema, String name, @Nullable String comment, List<String> columns) {
    return relation(schema, name, RelationKind.TABLE, comment, columns, null);
  }

  private static Relation relation(
      String schema,
      String name,
      RelationKind kind,
      @Nullable String comment,
      List<String> columns,
      @Nullable String partitionOf) {
    return new Relation(
        schema,
        name,
        kind,
        comment,
        null,
        columns.stream().map(FoldKeysTest::column).collect(Collectors.toList()),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        partitionOf,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  private static Column column(String name) {
    return new Column(
        name,
        1,
        "text",
        null,
        TypeFamily.TEXT,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        false);
  }
}
