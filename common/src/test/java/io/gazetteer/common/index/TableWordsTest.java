package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableWordsTest {
  @Test
  void findsATableByAllWordsOfItsName() {
    var words = words(relation("app", "order_lines", null));

    assertThat(words).isEqualTo(new TableWords("order lines", 2, null, "order id"));
    assertThat(words.vocabulary("app")).containsExactly("order", "lines", "id", "app");
  }

  @Test
  void findsAPartitionOnlyByWhatItsParentLacks() {
    var words = words(relation("app", "events_2024_01", "app.events"));

    assertThat(words).isEqualTo(new TableWords("2024 01", 3, "events", "order id"));
    assertThat(words.vocabulary("app")).isEmpty();
  }

  @Test
  void hasNoWordsForAPartitionThatIsCalledLikeItsParent() {
    var words = words(relation("archive", "events", "my.app.events"));

    assertThat(words.name()).isEmpty();
    assertThat(words.nameCount()).isEqualTo(1);
  }

  @Test
  void knowsAParentInASchemaWithADot() {
    assertThat(words(relation("my.app", "app_1", "my.app.log")).name()).isEqualTo("app 1");
  }

  @Test
  void countsWords() {
    assertThat(TableWords.count("")).isZero();
    assertThat(TableWords.count("one")).isEqualTo(1);
    assertThat(TableWords.count("one and two")).isEqualTo(3);
  }

  private static TableWords words(Relation relation) {
    return TableWords.of(relation, name -> name.replace('_', ' ').replace('.', ' '));
  }

  private static Relation relation(String schema, String name, @Nullable String parent) {
    var column =
        new Column(
            "order_id",
            1,
            "int",
            null,
            TypeFamily.INTEGER,
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            true);
    return new Relation(
        schema,
        name,
        parent == null ? RelationKind.TABLE : RelationKind.PARTITION,
        null,
        null,
        List.of(column),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        parent,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }
}
