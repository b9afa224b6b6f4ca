package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchPageIT {
  private static final String HOSTILE = "<script>alert(1)</script>\"'><b>&amp;";
  private static final TestApi API = TestApi.shared();
  private static final Browser BROWSER = Browser.as(API, "viewer");

  @BeforeAll
  static void indexAShop() {
    var shop = new RegisteredDataSources(API).crawled("page_shop");
    new TestIndex(API)
        .write(
            shop,
            List.of(
                commented(
                    "paged",
                    "parcels",
                    "Everything that was sent " + HOSTILE,
                    "parcel_id",
                    "tracking_code:What the carrier calls it"),
                table("paged", "parcel " + HOSTILE, "tracking_code"),
                table("paged_one", "pallet_racks", "rack_id"),
                table("paged_two", "pallet_racks", "rack_id"),
                table("paged", "W".repeat(63), "tracking_code", "מעקב", "📦"),
                table(
                    "paged",
                    "parcel_events",
                    IntStream.range(0, 60)
                        .mapToObj(i -> "parcel_event_" + i)
                        .toArray(String[]::new))));
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(shop, UUID.randomUUID(), 1, "SUCCEEDED"));
  }

  @Test
  void showsHitsWithTheirWayAndWhyTheyWereFound() {
    var shown = BROWSER.get("/search?q=tracking+code");
    assertThat(shown.status()).isEqualTo(200);
    var hit = hit(shown, "tracking_code");
    assertThat(hit.select("h2 a").attr("href")).contains("column=tracking_code");
    assertThat(hit.select(".way").text()).contains("page_shop").contains("paged");
    assertThat(hit.select("mark").eachText()).isNotEmpty();
    assertThat(hit.select(".why").text()).contains("“tracking”", "in the column’s name");
    assertThat(shown.text("[role=status]")).contains("hits");
  }

  @Test
  void leadsFromAHitToItsCopies() {
    var shown = BROWSER.get("/search?q=pallet+racks&db_name=page_shop");
    var others = hit(shown, "pallet_racks").select(".why a:contains(1 more like it)").attr("href");

    var copies = BROWSER.get("/" + others.replaceFirst("^[./]+", ""));
    assertThat(copies.document().select(".hit h2 a").eachText())
        .containsExactly("pallet_racks", "pallet_racks");
    assertThat(copies.text(".chips")).contains("Copies of one hit");
  }

  private static Element hit(Browser.Shown shown, String name) {
    return shown.document().select(".hit").stream()
        .filter(hit -> hit.select("h2 a").text().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(shown.body()));
  }

  @Test
  void namesAndCommentsAreText() {
    var shown = BROWSER.get("/search?q=parcel&schema=paged");
    assertThat(shown.document().select("script:not([src]), b")).isEmpty();
    assertThat(shown.text(".hits")).contains("<script>alert(1)</script>");
    assertThat(shown.text("title")).startsWith("parcel");
    var hostile = BROWSER.get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assertThat(hostile.document().select("script:not([src])")).isEmpty();
  }

  @Test
  void everyFacetAndEveryChipLeadsToASearchThatFindsSomething() {
    var shown = BROWSER.get("/search?q=parcel&schema=paged");
    var links = shown.document().select(".facets a, .chip").eachAttr("href");
    assertThat(links).hasSizeGreaterThan(3);
    assertThat(shown.document().select(".facets a.chosen .number").text()).isNotEmpty();
    for (String link : links) {
      var narrowed = BROWSER.get("/" + link.replaceFirst("^\\./", ""));
      assertThat(narrowed.status()).as(link).isEqualTo(200);
      assertThat(narrowed.document().select(".hit")).as(link).isNotEmpty();
    }
  }

  @Test
  void goesThroughAllPages() {
    var shown = BROWSER.get("/search?q=parcel_event&kind=column&schema=paged");
    assertThat(shown.document().select(".hit")).hasSize(20);
    var next = shown.click("a[rel=next]");
    assertThat(next.document().select(".hit")).hasSize(20);
    assertThat(next.text(".hit h2")).isNotEqualTo(shown.text(".hit h2"));
  }

  @Test
  void marksAMistakeInTheText() {
    var shown = BROWSER.get("/search?q=mail+(address");
    assertThat(shown.status()).isEqualTo(400);
    assertThat(shown.document().select("#q").val()).isEqualTo("mail (address");
    assertThat(shown.document().select(".query mark")).hasSize(1);
    assertThat(shown.text("[role=alert]")).isNotEmpty();
  }

  @Test
  void saysWhatItSearchedForInstead() {
    // The words of the index are read again a moment after a crawl.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(BROWSER.get("/search?q=trackng+code&schema=paged").text(".notice"))
                    .contains("trackng code", "tracking code"));
    var shown = BROWSER.get("/search?q=trackng+code&schema=paged");
    assertThat(shown.document().select(".notice a").eachAttr("href").getLast())
        .contains("q=%22trackng%20code%22");
  }

  @Test
  void suggestsNamesQualifiersAndTheirValues() {
    assertThat(
            BROWSER.get("/suggestions?q=tracking_c").document().select("[role=option]").eachText())
        .anyMatch(text -> text.startsWith("tracking_code"));
    assertThat(BROWSER.get("/suggestions?q=ki").text("[role=option]")).contains("kind:");
    assertThat(
            BROWSER
                .get("/suggestions?q=parcel+kind:vi")
                .document()
                .select("[role=option]")
                .eachAttr("data-query"))
        .containsExactly("parcel kind:view ");
    assertThat(BROWSER.get("/suggestions?q=db:page_s").text("[role=option]"))
        .contains("db:page_shop");
  }

  @Test
  void givesHitsToTakeAway() {
    var csv = BROWSER.get("/search.csv?q=tracking&schema=paged");
    assertThat(csv.header("Content-Disposition")).contains("search.csv");
    assertThat(csv.body().lines().findFirst())
        .contains("kind,host,database,schema,table,column,type,comment");
    assertThat(csv.body()).contains("tracking_code");
    assertThat(BROWSER.get("/search.jsonl?q=tracking&schema=paged").body())
        .contains("\"column\":\"tracking_code\"");
  }

  @Test
  void weighsLittle() throws IOException {
    var shown = BROWSER.get("/search?q=parcel");
    int weight = compressed(shown.body());
    for (Element file : shown.document().select("link[href], script[src]")) {
      var attribute = file.hasAttr("src") ? "src" : "href";
      weight += compressed(BROWSER.get("/" + file.attr(attribute).substring(2)).body());
    }
    weight += compressed(BROWSER.get("/" + icons(shown)).body());
    assertThat(weight).isLessThan(100_000);
  }

  private static String icons(Browser.Shown shown) {
    var use = shown.document().select("use").attr("href");
    return use.substring(2, use.indexOf('#'));
  }

  private static int compressed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
