package io.gazetteer.api.search.joins;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TableName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedTablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from sales.orders",
        "SELECT o.id FROM (sales . orders o JOIN x ON true)",
        "select `sales`.`orders`.`id` AS `id` from `sales`.`orders`",
        "select \"sales\".\"orders\".id from \"sales\".\"orders\"",
        "select 'it''s', 1.5, E'a\\'b' from sales.orders -- x.y",
        "select 1/* a.b */from sales.orders"
      })
  void findsTheTableHoweverItIsWritten(String sql) {
    assertThat(MentionedTables.in(sql)).contains(new TableName("sales", "orders"));
  }

  @Test
  void readsQuotesInNamesAndLeavesTextsAlone() {
    assertThat(MentionedTables.in("select \"a\"\"b\".\"c.d\" from t"))
        .containsExactly(new TableName("a\"b", "c.d"));
    assertThat(MentionedTables.in("select `a``b`.`ü` from t"))
        .containsExactly(new TableName("a`b", "ü"));
    assertThat(MentionedTables.in("select 'sales.orders', \"only.one\", 12.e from t -- s.t"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"", "`", "a.", "--", "/*", "a.\"b", "\\", ""})
  void endsWithWhateverTextThereIs(String end) {
    assertThat(MentionedTables.in("select * from s.t where " + end))
        .contains(new TableName("s", "t"));
    var start = System.nanoTime();
    MentionedTables.in(end.repeat(200_000));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
