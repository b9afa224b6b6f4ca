package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Past;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables as they were at a time. */
class PastTableIT {
  private static final TestApi API = TestApi.shared();

  @BeforeAll
  static void remember() {
    var id = new RegisteredDataSources(API).crawled("past_shop");
    new TestIndex(API)
        .write(
            id,
            List.of(
                table("sales", "orders", "order_id", "total", "note:Why"),
                table("sales", "bills", "bill_id", "amount")));
    new Past(API, id)
        .registered(Duration.ofDays(30))
        .change(Duration.ofDays(9), "sales.orders", "table_added", null, null, null)
        .change(Duration.ofDays(7), "sales.orders", "column_added", "note", null, "{}")
        .change(
            Duration.ofDays(6),
            "sales.orders",
            "column_removed",
            "paid",
            """
            {"name": "paid", "position": 2, "data_type": "boolean", "type_remark": null,
             "type_family": "boolean", "nullable": true, "default": null, "on_update": null,
             "comment": null, "generated": null, "generated_as": null, "identity": null,
             "enum_values": [], "primary_key": false}""",
            null)
        .change(
            Duration.ofDays(5),
            "sales.orders",
            "column_type_changed",
            "total",
            "\"integer\"",
            "\"text\"")
        .change(
            Duration.ofDays(5), "sales.orders", "column_comment_changed", "note", null, "\"Why\"")
        .change(
            Duration.ofDays(4),
            "sales.orders",
            "primary_key_changed",
            null,
            """
            {"name": "pk", "columns": ["order_id"], "deferrable": false,
             "initially_deferred": false, "without_overlaps": false}""",
            null)
        .change(
            Duration.ofDays(3),
            "sales.orders",
            "unique_constraint_removed",
            null,
            """
            {"name": "one_total", "columns": ["total"], "deferrable": false,
             "initially_deferred": false, "nulls_not_distinct": false, "without_overlaps": false}""",
            null)
        .change(Duration.ofDays(2), "sales.orders", "invented_changed", null, "1", "2")
        .change(
            Duration.ofDays(4),
            "sales.bills",
            "table_renamed",
            null,
            "{\"schema\": \"sales\", \"table\": \"invoices\"}",
            "{\"schema\": \"sales\", \"table\": \"bills\"}")
        .change(
            Duration.ofDays(2), "sales.bills", "column_renamed", "amount", "\"sum\"", "\"amount\"")
        .change(Duration.ofDays(2), "sales.gone", "table_removed", null, null, null);
  }

  @Test
  void isTheOneOfNowWhenNothingHasChangedSince() {
    var past = orders(Duration.ofDays(1)).json().at("/tables/0");
    assertThat(past.path("columns"))
        .isEqualTo(
            API.get("/api/search-table?db_name=past_shop&table_name=sales.orders")
                .json()
                .at("/tables/0/columns"));
  }

  @Test
  void takesBackWhatChangedSinceTheNewestFirst() {
    var table = orders(Duration.ofHours(24 * 6 + 12)).json().at("/tables/0");
    assertThat(names(table.path("columns"))).containsExactly("order_id", "total", "paid", "note");
    assertThat(table.at("/columns/1/data_type").asString()).isEqualTo("integer");
    assertThat(table.at("/columns/3/comment").isNull()).isTrue();
    assertThat(table.at("/columns/0/primary_key").asBoolean()).isTrue();
    assertThat(table.at("/primary_key/columns/0").asString()).isEqualTo("order_id");
    assertThat(table.at("/unique_constraints/0/name").asString()).isEqualTo("one_total");
    var earlier = orders(Duration.ofDays(8)).json().at("/tables/0");
    assertThat(names(earlier.path("columns"))).doesNotContain("note");
  }

  @Test
  void givesRenamedColumnsTheirOldNames() {
    assertThat(names(past("sales.bills", Duration.ofDays(1)).json().at("/tables/0/columns")))
        .containsExactly("bill_id", "amount");
    assertThat(names(past("sales.bills", Duration.ofDays(3)).json().at("/tables/0/columns")))
        .containsExactly("bill_id", "sum");
    assertThat(past("sales.bills", Duration.ofDays(5)).status())
        .as("it had another name")
        .isEqualTo(404);
  }

  private static List<String> names(JsonNode columns) {
    return columns.valueStream().map(column -> column.path("name").asString()).toList();
  }

  @Test
  void saysWhyThereIsNone() {
    assertThat(orders(Duration.ofDays(10)).status()).isEqualTo(404);
    assertThat(orders(Duration.ofDays(10)).code()).isEqualTo("table_not_found");
    assertThat(orders(Duration.ofDays(40)).toString()).contains("The history begins at");
    assertThat(past("sales.gone", Duration.ofDays(3)).toString())
        .contains("what it was before is not kept");
    assertThat(past("sales.gone", Duration.ofDays(1)).toString()).contains("no such table");
    assertThat(
            API.get("/api/search-table?db_name=past_shop&table_name=orders&as_of=yesterday")
                .wrongFields())
        .containsExactly("as_of");
  }

  private static Answer orders(Duration ago) {
    return past("sales.orders", ago);
  }

  private static Answer past(String path, Duration ago) {
    return API.get(
        "/api/search-table?db_name=past_shop&schema=sales&table_name=%s&as_of=%s"
            .formatted(path.substring("sales.".length()), Instant.now().minus(ago)));
  }
}
