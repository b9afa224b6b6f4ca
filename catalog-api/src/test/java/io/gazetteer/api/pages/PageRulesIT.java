package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.PageRules;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.TestApi;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class PageRulesIT {
  private static final TestApi API = TestApi.shared();

  @Test
  void everyPageHasARuleAndEveryRuleAPage() {
    assertThat(PageRoutes.of(API))
        .containsExactlyInAnyOrderElementsOf(
            PageRules.ALL.stream().map(PageRoutes::route).toList());
  }

  @Test
  void sendsAwayWhoHasNotSignedIn() {
    var softly = new SoftAssertions();
    for (AccessRule rule : closed()) {
      var shown = call(new Browser(API), rule);
      softly.assertThat(shown.status()).as(PageRoutes.route(rule)).isIn(303, 403);
      softly.assertThat(shown.body()).as(PageRoutes.route(rule)).doesNotContain("Sign out");
    }
    softly.assertAll();
  }

  @Test
  void deniesEveryPageToWhoeverMayNotUseIt() {
    var softly = new SoftAssertions();
    for (Role role : List.of(Role.VIEWER, Role.EDITOR)) {
      var browser = Browser.as(API, role.jsonName());
      for (AccessRule rule : closed()) {
        if (rule.least() != null && !role.includes(rule.least())) {
          softly
              .assertThat(call(browser, rule).status())
              .as("%s as %s", PageRoutes.route(rule), role)
              .isEqualTo(403);
        }
      }
    }
    softly.assertAll();
  }

  private static List<AccessRule> closed() {
    return PageRules.ALL.stream().filter(rule -> !rule.isOpen()).toList();
  }

  private static Browser.Shown call(Browser browser, AccessRule rule) {
    var path = PageRoutes.anyPath(rule);
    return rule.method().equals("GET") ? browser.get(path) : browser.post(path, Map.of());
  }

  @Test
  void pagesTellBrowsersToBeCareful() {
    var browser = Browser.as(API, "viewer");
    for (String path : List.of("/", "/search?q=mail", "/sign-in", "/nothing-here", "/search?q=(")) {
      var shown = browser.get(path);
      assertThat(shown.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(shown.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(shown.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(shown.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(shown.document().select("script:not([src]), style, [style], [onclick]"))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void showsProblemsAsPagesToBrowsersAndAsJsonToPrograms() {
    var shown = Browser.as(API, "viewer").get("/nothing-here");
    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.text("h1")).isEqualTo("Not found");

    var answer = API.send("GET", "/", null, Map.of());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthorized");
  }

  @Test
  void filesAreKeptForGoodAndHaveAnotherNameWithAnotherContent() {
    var browser = new Browser(API);
    var page = browser.get("/sign-in");
    var css = page.click("link[rel=stylesheet]");
    assertThat(css.header("Cache-Control")).contains("max-age=31536000", "immutable");
    assertThat(css.header("Content-Type")).startsWith("text/css");
    assertThat(page.document().select("link[rel=stylesheet]").attr("href"))
        .matches("\\./static/app\\.[0-9a-f]{12}\\.css");
    assertThat(browser.get("/static/app.css").status()).isEqualTo(404);
  }
}
