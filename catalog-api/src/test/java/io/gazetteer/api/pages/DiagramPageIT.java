package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiagramPageIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");
  private static UUID source = new UUID(0, 0);

  @BeforeAll
  static void indexTables() {
    var relations = new ArrayList<Relation>();
    relations.add(table("art", "painters", "id", "born"));
    relations.add(referring("painters", table("art", "paintings", "painter_id", "title")));
    relations.add(referring("paintings", table("art", "loans", "painting_id", "until")));
    relations.add(table("art", "twin", "id"));
    relations.add(table("depot", "twin", "id"));
    for (int i = 0; i < 50; i++) {
      relations.add(referring("twin", table("depot", "box_%02d".formatted(i), "twin_id")));
    }
    source = new RegisteredDataSources(API).crawled("page_diagrams");
    new TestIndex(API).write(source, relations);
  }

  @Test
  void leadsFromADatabaseOverItsSchemasAndGroupsToTables() {
    var groups = BROWSER.get("/databases/" + source).click("a[href$=diagram]");
    assertThat(groups.document().select("svg .name").eachText()).containsExactly("depot", "art");
    assertThat(groups.text(".grid")).contains("depot", "51 tables");
    var schema = groups.click("svg .box[data-box=1] > a");
    assertThat(schema.document().select("svg .name").eachText())
        .containsExactly("paintings", "1 table");
    var tables = schema.click("svg .box > a");
    assertThat(tables.document().select("svg .name").eachText())
        .containsExactlyInAnyOrder("paintings", "painters", "loans");
    assertThat(tables.text(".grid")).contains("art.loans", "foreign key fk");
  }

  @Test
  void changesDepthAndColumnsByLinks() {
    var shown = BROWSER.get("/db/page_diagrams/diagram?schema=art&table=painters");
    assertThat(shown.document().select("svg .name").eachText())
        .containsExactly("painters", "paintings");
    assertThat(shown.text("svg")).doesNotContain("title").contains("+1");
    var expanded = shown.click("svg a[href*=expand]");
    assertThat(expanded.document().select("svg .name").eachText()).contains("loans");
    assertThat(expanded.document().select("svg a[href*=table=paintings]")).isNotEmpty();
    var all = shown.click(".sorts a[href*='columns=all']");
    assertThat(all.text("svg")).contains("title");
    var deep = all.click(".sorts a[href*='depth=2']");
    assertThat(deep.document().select("svg .name").eachText()).contains("loans");
    assertThat(deep.text("svg")).contains("until");
  }

  @Test
  void showsAHubInParts() {
    var shown = BROWSER.get("/db/page_diagrams/diagram?schema=depot&table=twin");
    assertThat(shown.document().select("svg .box")).hasSize(25);
    assertThat(shown.text(".notice")).contains("50 neighbours");
    var next = shown.click("a[rel=next]");
    assertThat(next.document().select("svg .box")).hasSize(25);
    var last = next.click("a[rel=next]");
    assertThat(last.document().select("svg .box")).hasSize(3);
    assertThat(last.document().select("a[rel=next]")).isEmpty();
  }

  @Test
  void asksWhichTableIsMeantAndSaysWhenThereIsNone() {
    var which = BROWSER.get("/db/page_diagrams/diagram?table=twin");
    assertThat(which.document().select(".subject .takes a").eachText())
        .containsExactly("art.twin", "depot.twin");
    var none = BROWSER.get("/db/page_diagrams/diagram?table=nothing");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text(".notice")).contains("nothing");
    assertThat(BROWSER.get("/db/nothing/diagram").status()).isEqualTo(404);
  }

  @Test
  void givesFilesToTakeAway() {
    var page = BROWSER.get("/db/page_diagrams/diagram?schema=art&table=painters");
    assertThat(page.document().select("a[download]").eachText())
        .containsExactly("SVG", "Mermaid", "DBML");
    var svg = page.click("a[download$=svg]");
    assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg.header("Content-Security-Policy")).contains("sandbox");
    assertThat(svg.body()).startsWith("<svg xmlns").contains("<style>");
    assertThat(page.click("a[download$=mmd]").body()).startsWith("erDiagram");
    assertThat(page.click("a[download$=dbml]").body()).contains("Table ");
  }
}
