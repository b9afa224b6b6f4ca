package io.gazetteer.api.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TableRankingTest {
  @Test
  void ranksByPointsAlone() {
    var ranking =
        new TableRanking(List.of(table("a", "x", 5), table("b", "y", 4), table("b", "z", 3)), 0);

    assertThat(names(ranking.ranked(List.of()))).containsExactly("a.x", "b.y", "b.z");
  }

  @Test
  void prefersTablesWhoseSchemaIsAboutTheQuestion() {
    var ranking =
        new TableRanking(
            List.of(
                table("a", "x", 5),
                table("a", "other", 1),
                table("b", "y", 4.5),
                table("b", "z", 4)),
            1);

    var ranked = ranking.ranked(List.of());

    assertThat(names(ranked)).containsExactly("b.y", "b.z", "a.x", "a.other");
    assertThat(ranked.getFirst().score()).isEqualTo(4.5 + 4.25);
    assertThat(ranked.getFirst().around()).isEqualTo(4.25);
  }

  @Test
  void bringsWhatForeignKeysJoin() {
    var order = table("a", "order", 5);
    var customer = table("a", "customer", 4);
    var line = table("b", "line", 0, "a.order", "a.product");
    var stranger = table("c", "stranger", 0);

    var ranked = new TableRanking(List.of(order, customer), 1).ranked(List.of(line, stranger));

    assertThat(names(ranked)).containsExactly("a.order", "a.customer", "b.line");
    assertThat(ranked.getLast().broughtBy()).containsExactly("a.order");
    assertThat(ranked.getLast().isBrought()).isTrue();
  }

  @Test
  void bringsTheRestOfASmallSchemaOnly() {
    var found = List.of(table("a", "order", 5));
    var few = List.of(table("a", "b", 0), table("a", "c", 0));
    var many = IntStream.range(0, 30).mapToObj(i -> table("a", "t" + i, 0)).toList();

    assertThat(names(new TableRanking(found, 1).ranked(few)))
        .containsExactly("a.order", "a.b", "a.c");
    assertThat(names(new TableRanking(found, 1).ranked(many))).containsExactly("a.order");
  }

  @Test
  void putsTablesBeforeTheViewsThatCopyThem() {
    var view =
        new FoundTable(
            "v",
            "s",
            "a",
            "v",
            "view",
            5,
            0,
            false,
            List.of(),
            JsonMapper.shared().createObjectNode());

    assertThat(names(new TableRanking(List.of(view, table("a", "x", 4.9)), 1).ranked(List.of())))
        .containsExactly("a.x", "a.v");
  }

  private static List<String> names(List<RankedTable> ranked) {
    return ranked.stream().map(one -> one.table().qualified()).toList();
  }

  private static FoundTable table(String schema, String name, double points, String... references) {
    return new FoundTable(
        schema + name,
        "s",
        schema,
        name,
        "table",
        points,
        0,
        false,
        List.of(references),
        JsonMapper.shared().createObjectNode());
  }
}
