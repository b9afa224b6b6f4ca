package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Chromium;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.Past;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Pages as people see them, in Chromium. */
class InABrowserIT {
  private static final TestApi API = TestApi.shared();
  private static final int HUB = 150;
  private static Chromium browser;
  private static UUID source;
  private static String user;
  private static String webhook;

  @BeforeAll
  static void start() {
    browser = Chromium.start(API);
    browser.signIn("admin", TestApi.ADMIN_PASSWORD);
    user =
        API.get("/api/users?limit=100")
            .json()
            .path("users")
            .valueStream()
            .map(one -> one.path("id").asString())
            .findFirst()
            .orElseThrow();
    source = new RegisteredDataSources(API).crawled("browsed");
    webhook =
        API.post(
                "/api/webhooks",
                Map.of(
                    "url", "https://hooks.example/" + "w".repeat(300), "events", List.of("stale")))
            .json()
            .path("id")
            .asString();
    API.post("/api/webhooks/" + webhook + "/test", null);
    var relations =
        new ArrayList<>(
            List.of(
                commented(
                    "browsing",
                    "zeppelins",
                    "<img src=x onerror=\"document.title='broken'\">",
                    "zeppelin_id",
                    "W".repeat(63) + ":" + "w".repeat(300),
                    "מעקב"),
                referring("zeppelins", table("browsing", "pilots", "zeppelin_id", "name")),
                referring("pilots", table("browsing", "<i>飛行\"&amp;", "pilot_id")),
                referring("hub", table("browsing", "hub", "id", "name")),
                referring("hub", table("browsing", "W".repeat(63), "w".repeat(63), "名前"))));
    for (int i = 0; i < HUB; i++) {
      relations.add(referring("hub", table("browsing", "spoke_" + i, "hub_id")));
    }
    relations.add(table("browsing", "جدول الطلبات", "رقم", "שם"));
    new TestIndex(API).write(source, relations);
    new Past(API, source)
        .change(Duration.ofDays(1), "browsing.balloons", "column_added", "gas", null, "{}")
        .change(Duration.ofHours(1), "browsing.balloons", "table_removed", null, null, null);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      API.call("DELETE", "/api/webhooks/" + webhook, null);
    }
  }

  @Test
  void everyPageIsForEveryoneInBothSchemesAndOnSmallScreens() {
    var softly = new SoftAssertions();
    for (String path :
        List.of(
            "/",
            "/search?q=zeppelin",
            "/search?q=zeppelin+(",
            "/search?q=qqqqqqqqqqqq",
            "/db/browsed/browsing/zeppelins?column=zeppelin_id",
            "/db/browsed/browsing/pilots?depth=2&to=zeppelins",
            "/db/browsed/browsing/balloons",
            "/db/browsed/browsing/%D8%AC%D8%AF%D9%88%D9%84%20%D8%A7%D9%84%D8%B7%D9%84%D8%A8%D8%A7%D8%AA",
            "/db/browsed/diagram",
            "/db/browsed/diagram?schema=browsing&table=pilots&depth=2",
            "/db/browsed/diagram?schema=browsing&table=hub&columns=all",
            "/db/browsed/browsing/hub",
            "/db/browsed/diagram?table=nothing",
            "/databases",
            "/databases/new",
            "/databases/server",
            "/databases/" + source + "/crawls/" + new CrawlRows(API).newest(source),
            "/databases/" + source,
            "/databases/" + source + "/edit",
            "/databases/" + source + "/delete",
            "/changes",
            "/changes?db=browsed",
            "/compare?left=browsed&right=brows",
            "/compare?left=browsed&right=browsed",
            "/past?db=browsed&schema=browsing&table=zeppelins&as_of=2001-01-01T00:00",
            "/account",
            "/admin",
            "/admin/users",
            "/admin/users/" + user,
            "/admin/tokens",
            "/admin/audit",
            "/admin/audit?actor=nobody-is-called-so",
            "/admin/index",
            "/admin/abbreviations?try=CUST_NO",
            "/admin/dead-letters",
            "/admin/webhooks",
            "/admin/webhooks/" + webhook,
            "/admin/keys",
            "/search?q=Where+do+we+keep+the+zeppelins%3F",
            "/nothing-here")) {
      for (String scheme : List.of("light", "dark")) {
        browser.look(scheme.equals("light") ? 1280 : 320, scheme);
        browser.open(path);
        browser.keep(path + " " + scheme);
        softly.assertThat(browser.violations()).as("%s, %s", path, scheme).isEmpty();
        softly.assertThat(browser.overflows()).as("%s, %s, wider", path, scheme).isFalse();
        softly.assertThat(browser.driver().getTitle()).as(path).isNotEqualTo("broken");
      }
      for (int width : List.of(480, 768, 1024, 2560)) {
        browser.look(width, "light");
        browser.keep(path + " " + width);
        softly.assertThat(browser.overflows()).as("%s, %s px", path, width).isFalse();
      }
    }
    softly.assertAll();
  }

  @Test
  void thePageOfTheApiIsLoggedInAlready() {
    browser.look(1280, "light");
    browser.open("/api/docs/");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> browser.driver().findElement(By.id("login")).getText(),
            "Calls are made as admin."::equals);
    assertThat(browser.driver().findElements(By.cssSelector(".authorize.locked"))).isNotEmpty();
    browser.keep("api docs");
  }

  @Test
  void theKeyboardComesToTheContentFirstAndSeesWhereItIs() {
    browser.look(1280, "light");
    browser.open("/databases");
    var body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys(Keys.TAB);
    var first = browser.driver().switchTo().activeElement();
    assertThat(first.getText()).isEqualTo("Skip to the content");
    first.sendKeys(Keys.ENTER);
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
    new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    var next = browser.driver().switchTo().activeElement();
    assertThat(next.getDomAttribute("id")).isEqualTo("filter");
    assertThat(next.getCssValue("outline-style")).isEqualTo("solid");
  }

  @Test
  void theFirstPageKnowsWhatWasLookedAt() {
    browser.look(1280, "light");
    browser.open("/db/browsed/browsing/pilots");
    browser.open("/db/browsed/browsing/zeppelins?column=zeppelin_id");
    browser.open("/");
    var links = browser.driver().findElements(By.cssSelector("#looked a"));
    assertThat(links.stream().map(WebElement::getText).limit(2))
        .containsExactly("browsed.browsing.zeppelins", "browsed.browsing.pilots");
    links.get(1).click();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> String.valueOf(browser.driver().getCurrentUrl()).endsWith("/pilots"));
  }

  @Test
  void theKeyboardIsEnoughToSearch() {
    browser.look(1280, "light");
    browser.open("/databases");
    browser.driver().findElement(By.tagName("body")).sendKeys("/");
    var box = browser.driver().switchTo().activeElement();
    assertThat(box.getDomAttribute("id")).isEqualTo("q");
    box.sendKeys("zeppelin");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> "true".equals(box.getDomAttribute("aria-expanded")));
    box.sendKeys(Keys.ARROW_DOWN);
    assertThat(box.getDomAttribute("aria-activedescendant")).isEqualTo("option-0");
    assertThat(box.getDomProperty("value")).startsWith("zeppelin");
    box.sendKeys(Keys.ESCAPE);
    assertThat(box.getDomProperty("value")).isEqualTo("zeppelin");
    assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
    box.sendKeys(Keys.ENTER);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> String.valueOf(browser.driver().getCurrentUrl()).contains("/search?q=zeppelin"));
    assertThat(browser.driver().findElements(By.cssSelector(".hit"))).isNotEmpty();
  }

  @Test
  void aDiagramZoomsDimsAndIsSavedAsAPicture() {
    browser.look(1280, "light");
    browser.open("/db/browsed/diagram?schema=browsing&table=pilots");
    var svg = browser.driver().findElement(By.cssSelector("svg.diagram"));
    var width = Double.parseDouble(String.valueOf(svg.getDomAttribute("width")));
    browser.driver().findElement(By.cssSelector(".zooms [aria-label=Larger]")).click();
    assertThat(Double.parseDouble(String.valueOf(svg.getDomAttribute("width"))))
        .isGreaterThan(width);
    browser.driver().findElement(By.cssSelector(".zooms [aria-label^=As]")).click();
    assertThat(Double.parseDouble(String.valueOf(svg.getDomAttribute("width")))).isEqualTo(width);
    new Actions(browser.driver()).moveToElement(box("zeppelins")).perform();
    assertThat(svg.getDomAttribute("class")).contains("dim");
    assertThat(box("pilots").getDomAttribute("class")).contains("lit");
    assertThat(box("<i>飛行\"&amp;").getDomAttribute("class")).doesNotContain("lit");
    browser.driver().findElement(By.xpath("//button[text()='PNG']")).click();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> browser.driver().findElement(By.cssSelector(".copied")).getText(),
            "PNG: saved"::equals);
    box("zeppelins").findElement(By.cssSelector("a")).click();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> String.valueOf(browser.driver().getCurrentUrl()).contains("table=zeppelins"));
  }

  private static WebElement box(String table) {
    return browser.driver().findElements(By.cssSelector("svg .box")).stream()
        .filter(box -> box.findElement(By.cssSelector(".name")).getText().equals(table))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void followsACrawlUntilItEnds() {
    var id = new RegisteredDataSources(API).register("watched_in_a_browser");
    var rows = new CrawlRows(API);
    var crawl = rows.newest(id);
    rows.set(
        crawl,
        "state = 'RUNNING'",
        "batches_total = 2",
        "batches_remaining = 1",
        "columns_total = 100",
        "columns_seen = 50",
        "started_at = now()");
    browser.look(1280, "light");
    browser.open("/databases/" + id);
    assertThat(state()).isEqualTo("reading");
    rows.set(crawl, "state = 'SUCCEEDED'", "finished_at = now()", "batches_remaining = 0");
    // The page may replace the state while it is being read.
    await()
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .until(() -> state().equals("up to date"));
  }

  private static String state() {
    return browser.driver().findElement(By.cssSelector(".live .state")).getText();
  }
}
