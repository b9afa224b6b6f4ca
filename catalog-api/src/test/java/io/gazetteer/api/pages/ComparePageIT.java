package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.Past;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Comparing, tables of the past, and feeds. */
class ComparePageIT {
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");

  @BeforeAll
  static void index() {
    source("page_compare_here", "total:<b>euros</b>");
    source("page_compare_there", "total:cents");
  }

  private static UUID source(String name, String column) {
    var id = new RegisteredDataSources(API).crawled(name);
    new TestIndex(API).write(id, List.of(table("sales", "orders", "order_id", column)));
    new Past(API, id)
        .registered(Duration.ofDays(30))
        .known("sales", List.of("orders"))
        .change(
            Duration.ofDays(3),
            "sales.orders",
            "column_comment_changed",
            "total",
            "\"the old words\"",
            "\"the new words\"");
    return id;
  }

  @Test
  void comparesTwoDatabases() {
    var shown = BROWSER.get("/compare?left=page_compare_here&right=page_compare_there");
    assertThat(shown.text("[role=status]")).contains("1 table was compared", "1 differ");
    assertThat(shown.text(".change del")).contains("<b>euros</b>");
    assertThat(shown.text(".change ins")).contains("cents");
    assertThat(BROWSER.get("/compare").status()).isEqualTo(200);
    var same = BROWSER.get("/compare?left=page_compare_here&right=page_compare_here");
    assertThat(same.text("[role=status]")).contains("they are the same");
  }

  @Test
  void offersTheDatabasesThatMayBeMeant() {
    var shown = BROWSER.get("/compare?left=page_compare&right=page_compare_there");
    assertThat(shown.text("[role=alert]")).contains("by its whole name");
    var chosen = shown.click(".choices a:contains(page_compare_here)");
    assertThat(chosen.text(".change ins")).contains("cents");
  }

  @Test
  void showsATableAsItWas() {
    var before = Times.write(Instant.now().minus(Duration.ofDays(4)));
    var shown =
        BROWSER.get("/past?db=page_compare_there&schema=sales&table=orders&as_of=" + before);
    assertThat(shown.text("tbody")).contains("the old words").doesNotContain("cents");
    assertThat(shown.document().select("#as-of").val()).isEqualTo(before);
    var early =
        BROWSER.get("/past?db=page_compare_there&schema=sales&table=orders&as_of=2001-01-01T00:00");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.text("[role=alert]")).contains("The history begins");
  }

  @Test
  void marksWhatDiffersAndLeadsToTheTableBefore() {
    var shown = BROWSER.get("/changes?db=page_compare_there");
    assertThat(shown.text(".change del mark")).isEqualTo("old");
    assertThat(shown.text(".change ins mark")).isEqualTo("new");
    assertThat(shown.click(".change a[href*=past]").text("tbody")).contains("the old words");
  }

  @Test
  void filtersByTime() {
    var from = Times.write(Instant.now().minus(Duration.ofDays(2)));
    assertThat(BROWSER.get("/changes?db=page_compare_there&until=" + from).text(".change"))
        .isNotEmpty();
    assertThat(BROWSER.get("/changes?db=page_compare_there&since=" + from).text(".nothing"))
        .contains("Nothing");
    assertThat(BROWSER.get("/changes?since=yesterday").text("[role=alert]")).contains("A time");
  }

  @Test
  void anyFilterIsAFeed() throws IOException, ParserConfigurationException, SAXException {
    var page = BROWSER.get("/changes?db=page_compare_there&change=column_comment_changed");
    var atom = page.click("a[type='application/atom+xml']");
    assertThat(atom.header("Content-Type")).startsWith("application/atom+xml");
    var entries = entries(atom.body());
    assertThat(entries)
        .containsExactly("page_compare_there.sales.orders.total: column comment changed");
    var json = JsonMapper.shared().readTree(page.click("a[type='application/feed+json']").body());
    assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(json.at("/items/0/_change/after").asString()).isEqualTo("the new words");
    assertThat(json.path("items")).hasSize(1);

    var api =
        API.send(
            "GET",
            "/api/changes?db_name=page_compare_there",
            null,
            Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/atom+xml"));
    assertThat(entries(api.text())).hasSize(1);
    assertThat(API.get("/api/changes?db_name=page_compare_there").json().path("changes"))
        .hasSize(1);
  }

  private static List<String> entries(String atom)
      throws IOException, ParserConfigurationException, SAXException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(atom)));
    var entries = document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
    return IntStream.range(0, entries.getLength())
        .mapToObj(i -> entries.item(i).getChildNodes())
        .map(children -> children.item(1).getTextContent())
        .toList();
  }
}
