package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableStemsTest {
  @Test
  void sayWhatATableIsAboutItsNameMost() {
    assertThat(stems(relation(RelationKind.TABLE, "Everyone who has booked")))
        .isEqualTo("guest guest guest guest hotel everyon who has book guest id note of the desk");
  }

  @Test
  void areNoneForAPartition() {
    assertThat(stems(relation(RelationKind.PARTITION, null))).isEmpty();
  }

  @Test
  void takeOnlyTheBeginningOfALongComment() {
    assertThat(stems(relation(RelationKind.TABLE, "word ".repeat(500))).split(" ")).hasSize(51);
  }

  @Test
  void nameTheTablesThatForeignKeysLeadToOnce() {
    var relation = relation(RelationKind.TABLE, null);

    assertThat(TableStems.references(relation)).containsExactly("hotel.rooms");
  }

  private static String stems(Relation relation) {
    return TableStems.of(relation, name -> Stems.ofAll(IdentifierAnalyzer.standard().words(name)));
  }

  private static Relation relation(RelationKind kind, @Nullable String comment) {
    return new Relation(
        "hotel",
        "guests",
        kind,
        comment,
        null,
        List.of(column("guest_id", null), column("note", "Of the desk")),
        null,
        List.of(),
        List.of(key("rooms"), key("rooms"), key("guests")),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }

  private static Column column(String name, @Nullable String comment) {
    return new Column(
        name,
        1,
        "text",
        null,
        TypeFamily.TEXT,
        true,
        null,
        null,
        comment,
        null,
        null,
        null,
        List.of(),
        false);
  }

  private static Relation.ForeignKey key(String table) {
    return Relation.ForeignKey.of(
        "k",
        List.of("a"),
        "hotel",
        table,
        List.of("b"),
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION);
  }
}
