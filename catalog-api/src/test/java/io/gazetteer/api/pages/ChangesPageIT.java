package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangesPageIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");

  @BeforeAll
  static void change() {
    var sources = new RegisteredDataSources(API);
    var id = sources.crawled("changed_things");
    add(id, "orders", "column_type_changed", "total", "\"integer\"", "\"bigint\"");
    add(id, "orders", "table_comment_changed", null, null, "\"<script>alert(1)</script>\"");
    add(id, "lines", "table_added", null, null, null);
    var gone = sources.crawled("gone_things");
    new TestIndex(API).write(gone, List.of(table("sales", "clients", "id")));
    add(gone, "removed", "column_added", "colour", null, "{\"data_type\": \"text\"}");
    add(gone, "removed", "table_removed", null, null, null);
    add(
        gone,
        "clients",
        "table_renamed",
        null,
        "{\"schema\": \"sales\", \"table\": \"customers\"}",
        "{\"schema\": \"sales\", \"table\": \"clients\"}");
  }

  private static void add(
      UUID id,
      String table,
      String change,
      @Nullable String column,
      @Nullable String before,
      @Nullable String after) {
    API.bean(JdbcClient.class)
        .sql(
            """
            insert into schema_change
              (data_source_id, crawl_id, epoch, schema_name, relation_name, change, column_name,
               before, after)
            values (:id, :crawl, 1, 'sales', :table, :change, :column, cast(:before as json),
              cast(:after as json))
            """)
        .param("id", id)
        .param("crawl", new CrawlRows(API).newest(id))
        .param("table", table)
        .param("change", change)
        .param("column", column)
        .param("before", before)
        .param("after", after)
        .update();
  }

  @Test
  void showsWhatChangedByCrawlTheNewestFirst() {
    var shown = BROWSER.get("/changes?db=changed_things");
    assertThat(shown.document().select(".crawl")).hasSize(1);
    assertThat(shown.document().select(".change .tag").eachText())
        .containsExactly("table added", "table comment changed", "column type changed");
    assertThat(shown.text(".change del")).isEqualTo("integer");
    assertThat(shown.text(".change ins")).contains("bigint", "<script>alert(1)</script>");
    assertThat(shown.document().select("script:not([src])")).isEmpty();
  }

  @Test
  void tellsWhatIsKnownOfRemovedTables() {
    var shown = BROWSER.get("/changes?db=gone_things&table=removed").click(".change a.code");
    assertThat(shown.status()).isEqualTo(410);
    assertThat(shown.text("h1")).startsWith("removed");
    assertThat(shown.text(".notice")).contains("removed").contains("UTC");
    assertThat(shown.text(".changes")).contains("colour: column added", "text");
    assertThat(BROWSER.get("/table?db=gone_things&schema=sales&table=removed").status())
        .isEqualTo(410);
    assertThat(BROWSER.get("/db/gone_things/sales/removed?as=ddl").status()).isEqualTo(404);
    assertThat(BROWSER.get("/db/gone_things/sales/never_there").status()).isEqualTo(404);
  }

  @Test
  void leadsToTheNewNameOfARenamedTable() {
    var shown = BROWSER.get("/db/gone_things/sales/customers");
    assertThat(shown.text(".notice")).contains("another name").contains("sales.clients");
    assertThat(shown.click(".notice a").text("h1")).startsWith("clients");
  }

  @Test
  void filters() {
    assertThat(
            BROWSER
                .get("/changes?db=changed_*&schema=sales&table=orders&change=column_type_changed")
                .document()
                .select(".change"))
        .hasSize(1);
    assertThat(BROWSER.get("/changes?db=changed_things&table=nothing").text(".nothing"))
        .contains("Nothing has changed");
    assertThat(BROWSER.get("/changes?db=no_such_db").text("[role=alert]"))
        .contains("No registered");
  }
}
