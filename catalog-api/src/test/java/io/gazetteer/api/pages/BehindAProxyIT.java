package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.api.testing.TlsProxy;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two processes behind a proxy with TLS and a path prefix, which gives requests to each in turn.
 */
class BehindAProxyIT {
  private static final String PREFIX = "/gazetteer";
  private static final int MOST_PAGES = 150;
  private static final TestApi API = TestApi.shared();
  private static List<ConfigurableApplicationContext> processes;
  private static TlsProxy proxy;

  @BeforeAll
  static void start() throws Exception {
    var source = new RegisteredDataSources(API).crawled("proxied");
    new TestIndex(API)
        .write(
            source,
            IntStream.range(0, 30).mapToObj(i -> table("pr", "proxied_" + i, "id")).toList());
    var settings = TestApi.settings();
    settings.put("server.forward-headers-strategy", "native");
    processes = List.of(TestApi.start(settings), TestApi.start(settings));
    proxy =
        new TlsProxy(
            PREFIX,
            processes.stream()
                .map(process -> "http://127.0.0.1:" + TestApi.port(process))
                .toList());
  }

  @AfterAll
  static void stop() {
    if (proxy != null) {
      proxy.close();
    }
    if (processes != null) {
      processes.forEach(ConfigurableApplicationContext::close);
    }
  }

  private static Browser browser() {
    return Browser.at(proxy.url() + "/", proxy.trust());
  }

  @Test
  void everyLinkOfEveryPageLeadsToAPageBehindThePrefix() {
    var browser = browser();
    assertThat(browser.signInAt(proxy.url() + "/sign-in", "admin", TestApi.ADMIN_PASSWORD).status())
        .isEqualTo(303);
    var softly = new SoftAssertions();
    var known = new HashSet<String>();
    var waiting = new ArrayDeque<String>();
    waiting.add(PREFIX + "/");
    waiting.add(PREFIX + "/search?q=proxied&schema=pr");
    waiting.add(PREFIX + "/compare?left=proxied&right=proxied");
    while (!waiting.isEmpty() && known.size() < MOST_PAGES) {
      var path = waiting.poll();
      if (!known.add(path.replaceAll("\\?.*", ""))) {
        continue;
      }
      var shown = browser.get(path);
      softly.assertThat(shown.status()).as(path).isIn(200, 422);
      if (shown.header("Content-Type").startsWith("text/html")) {
        for (String link : links(shown)) {
          softly.assertThat(link).as("on %s", path).startsWith(PREFIX + "/");
          // What other tests made up leads to no table.
          if (!link.startsWith(PREFIX + "/db/") || link.contains("/proxied")) {
            waiting.add(link);
          }
        }
      }
    }
    softly.assertAll();
    assertThat(known).hasSizeGreaterThan(40);
  }

  private static List<String> links(Browser.Shown shown) {
    return shown.document().select("a[href], link[href], script[src], img[src]").stream()
        .map(BehindAProxyIT::address)
        .filter(link -> link.startsWith("https://127.0.0.1") && !link.contains("/api/"))
        .map(URI::create)
        .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
        .toList();
  }

  private static String address(Element element) {
    return element.absUrl(element.hasAttr("href") ? "href" : "src");
  }

  @Test
  void thePageOfTheApiFindsItsFilesAndCallsBehindThePrefix() {
    var browser = browser();
    for (String path : List.of("/api/docs", "/api/docs/")) {
      var page = browser.get(PREFIX + path);
      assertThat(page.status()).as(path).isEqualTo(200);
      var files = page.document().select("link[rel=stylesheet], script[src], #login a");
      assertThat(files).hasSize(5);
      for (Element file : files) {
        var at = URI.create(address(file)).normalize().getRawPath();
        assertThat(at).as("on %s", path).startsWith(PREFIX + "/");
        assertThat(browser.get(at).status()).as(at).isEqualTo(200);
      }
    }
    var description = browser.get(PREFIX + "/api/openapi.json").body();
    var server = JsonMapper.shared().readTree(description).at("/servers/0/url").asString();
    assertThat(URI.create(proxy.url() + "/api/openapi.json").resolve(server).getPath())
        .isEqualTo(PREFIX + "/");
  }

  @Test
  void aSessionIsGoodInEveryProcessAndOverInAllOfThem() {
    var name = API.addUser("viewer");
    var browser = browser();
    browser.signInAt(proxy.url() + "/sign-in", name, TestApi.USER_PASSWORD);
    for (int i = 0; i < 4; i++) {
      assertThat(browser.get(PREFIX + "/account").text("h1")).contains(name);
    }
    var made =
        browser
            .get(PREFIX + "/account")
            .submit("form[action$=tokens]", Map.of("name", "x", "role", "viewer"));
    assertThat(made.status()).isEqualTo(200);
    var next = browser.get(PREFIX + "/search?q=proxied&schema=pr&kind=table").click("a[rel=next]");
    assertThat(next.document().select(".hit")).hasSize(10);
    assertThat(browser.get(PREFIX + "/").submit("form[action$=sign-out]", Map.of()).status())
        .isEqualTo(303);
    for (int i = 0; i < 4; i++) {
      var shown = browser.get(PREFIX + "/account");
      assertThat(shown.status()).isEqualTo(303);
      assertThat(shown.location()).startsWith(PREFIX + "/sign-in");
    }
  }

  @Test
  void cookiesAreForTlsOnly() {
    var browser = browser();
    var answer = browser.signInAt(proxy.url() + "/sign-in", "admin", TestApi.ADMIN_PASSWORD);
    assertThat(answer.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
  }
}
