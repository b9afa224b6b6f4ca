package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static io.gazetteer.api.testing.Relations.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.RelationKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablePageIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");
  private static final int WIDE = 1_600;

  @BeforeAll
  static void indexTables() {
    var sources = new RegisteredDataSources(API);
    var index = new TestIndex(API);
    index.write(
        sources.crawled("page_tables"),
        List.of(
            commented("sales", "order", "What *was* <b>bought</b>", "id", "placed at:When|then"),
            referring("order", table("sales", "lines", "id", "order_id")),
            referring("lines", table("sales", "returns", "line_id", "order_id")),
            table("sales", "a/b;c%d", "one"),
            view(
                "SELECT l.id FROM (sales.lines l JOIN sales.\"order\" o ON o.id = l.order_id)",
                table("sales", "open_lines", "id")),
            view("SELECT 'sales.lines' AS x", table("sales", "no_lines", "x")),
            table("sales", "ünï", "one"),
            table(
                "sales",
                "wide",
                IntStream.rangeClosed(1, WIDE).mapToObj(i -> "c_" + i).toArray(String[]::new))));
    index.write(
        sources.crawled("page_partitions"),
        Stream.concat(
                Stream.of(as(RelationKind.PARTITIONED_TABLE, null, table("sales", "days", "day"))),
                IntStream.range(100, 140)
                    .mapToObj(
                        i -> as(RelationKind.PARTITION, "days", table("sales", "day_" + i, "day"))))
            .toList());
    index.write(sources.register("page_twice", "one.example"), List.of(table("s", "t", "of_one")));
    index.write(sources.register("page_twice", "two.example"), List.of(table("s", "t", "of_two")));
  }

  @Test
  void showsColumnsAndKeys() {
    var shown = BROWSER.get("/db/page_tables/sales/lines");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("h1")).contains("lines").contains("table");
    assertThat(shown.document().select(".grid .name").eachText()).containsExactly("id", "order_id");
    assertThat(shown.text(".side")).contains("order");
    var followed = shown.click(".side .keys a");
    assertThat(followed.text("h1")).startsWith("order");
  }

  @Test
  void showsWhatRefersToItAndJoinsIt() {
    var shown = BROWSER.get("/db/page_tables/sales/lines");
    assertThat(shown.text("#referrers")).contains("returns (line_id)");
    assertThat(shown.click("#referrers [data-copy]").body())
        .contains("from sales.lines\njoin sales.returns\n  on returns.line_id = lines.id;");
    assertThat(shown.click(".side section:not(#referrers) [data-copy]").body())
        .contains("join sales.\"order\"\n  on lines.id = \"order\".id;");
    assertThat(shown.click("#referrers .code a").text("h1")).startsWith("returns");
  }

  @Test
  void drawsItsNeighbourhoodAndFindsPaths() {
    var shown = BROWSER.get("/db/page_tables/sales/order");
    assertThat(shown.document().select("svg .name").eachText()).containsExactly("order", "lines");
    var deeper = BROWSER.get("/db/page_tables/sales/order?depth=2&to=returns");
    assertThat(deeper.document().select("svg .name").eachText())
        .containsExactly("order", "lines", "returns");
    assertThat(deeper.text(".path pre")).contains("join sales.returns on");
    assertThat(BROWSER.get("/db/page_tables/sales/order?to=qqq").text(".paths .notice"))
        .contains("qqq");
    assertThat(shown.click("svg .box:not(.focus) a").text("h1")).startsWith("lines");
  }

  @Test
  void listsTheViewsThatReadIt() {
    var shown = BROWSER.get("/db/page_tables/sales/lines");
    assertThat(shown.document().select("#views li").eachText()).containsExactly("open_lines");
    assertThat(shown.click("#views a").text("pre")).contains("SELECT l.id FROM");
    assertThat(BROWSER.get("/db/page_tables/sales/returns").document().select("#views")).isEmpty();
  }

  @Test
  void listsPartitionsInParts() {
    var shown = BROWSER.get("/db/page_partitions/sales/days");
    assertThat(shown.text("#partitions h2")).isEqualTo("Partitions 40");
    var names = shown.document().select("#partitions li").eachText();
    assertThat(names).hasSize(30).startsWith("day_100");
    names.addAll(
        shown.click("#partitions .pages a").document().select("#partitions li").eachText());
    assertThat(names).hasSize(40).doesNotHaveDuplicates();
    assertThat(shown.click("#partitions li a").text(".facts")).contains("Partition of sales.days");
  }

  @Test
  void saysWhereElseNamesOfColumnsAre() {
    var shown = BROWSER.get("/db/page_tables/sales/lines");
    assertThat(shown.text(".elsewhere")).contains("+");
    assertThat(shown.click(".elsewhere").document().select(".hit")).isNotEmpty();
  }

  @Test
  void isFoundFromAHitAndMarksItsColumn() {
    var hits = BROWSER.get("/search?q=c_1234&schema=sales");
    var shown = hits.click(".hit h2 a");
    assertThat(shown.document().select("#marked .name").text()).isEqualTo("c_1234");
    assertThat(shown.document().select(".grid tbody tr")).hasSize(200);
  }

  @Test
  void showsAWideTableInParts() {
    var shown = BROWSER.get("/db/page_tables/sales/wide");
    var names = shown.document().select(".grid .name").eachText();
    int parts = 1;
    while (!shown.document().select("a[rel=next]").isEmpty()) {
      shown = shown.click("a[rel=next]");
      names.addAll(shown.document().select(".grid .name").eachText());
      parts++;
    }
    assertThat(parts).isEqualTo(8);
    assertThat(names).hasSize(WIDE).doesNotHaveDuplicates();
  }

  @Test
  void filtersAndSortsOnTheServer() {
    var shown = BROWSER.get("/db/page_tables/sales/wide?filter=c_99&sort=name");
    assertThat(shown.document().select(".grid .name").eachText())
        .hasSize(11)
        .isSorted()
        .allMatch(name -> name.contains("c_99"));
    assertThat(shown.document().select("#filter").val()).isEqualTo("c_99");
    assertThat(BROWSER.get("/db/page_tables/sales/wide?filter=nope").text(".nothing"))
        .contains("nope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b;c%d", "ünï"})
  void everyNameHasAPage(String name) {
    var hits = BROWSER.get("/search?q=kind:table&schema=sales&db_name=page_tables");
    var link =
        hits.document().select(".hit h2 a").stream()
            .filter(found -> found.text().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(hits.body()))
            .attr("href");
    var shown = BROWSER.get("/" + link.substring(2));
    assertThat(shown.text("h1")).startsWith(name);
    assertThat(shown.document().select("a[data-copy]").eachAttr("abs:href").getFirst())
        .isNotEmpty();
    assertThat(shown.click("a[data-copy]").status()).isEqualTo(200);
  }

  @Test
  void tellsDatabasesOfOneNameApart() {
    var hits = BROWSER.get("/search?q=of_two&db_name=page_twice");
    var shown = hits.click(".hit h2 a");
    assertThat(shown.document().select(".grid .name").eachText()).containsExactly("of_two");
    assertThat(BROWSER.get("/db/page_twice/s/t").status()).isEqualTo(404);
  }

  @Test
  void givesTextsToTakeAway() {
    var page = "/db/page_tables/sales/order?as=";
    assertThat(BROWSER.get(page + "name").body()).isEqualTo("sales.\"order\"\n");
    assertThat(BROWSER.get(page + "select").body())
        .isEqualTo("select\n  id,\n  \"placed at\"\nfrom sales.\"order\";\n");
    assertThat(BROWSER.get(page + "ddl").body())
        .startsWith("create table sales.\"order\" (")
        .contains("comment on column sales.\"order\".\"placed at\" is 'When|then';");
    assertThat(BROWSER.get(page + "markdown").body())
        .contains("What \\*was\\* \\<b\\>bought\\</b\\>", "When\\|then");
    assertThat(BROWSER.get(page + "poem").status()).isEqualTo(404);
  }

  @Test
  void saysThatThereIsNoSuchTable() {
    assertThat(BROWSER.get("/db/page_tables/sales/nothing").status()).isEqualTo(404);
    assertThat(BROWSER.get("/db/nothing/sales/nothing").status()).isEqualTo(404);
  }
}
