package io.gazetteer.api.pages;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.PageRules;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page, for each role: what it may see is there, and nothing leads to what it may not. */
class RolesOnPagesIT {
  private static final TestApi API = TestApi.shared();
  private static UUID source;
  private static UUID crawl;
  private static String user;

  @BeforeAll
  static void index() {
    source = new RegisteredDataSources(API).crawled("roles_db");
    crawl = new CrawlRows(API).newest(source);
    new TestIndex(API).write(source, List.of(table("roles", "roles_table", "roles_column")));
    user = API.get("/api/users?limit=1").json().at("/users/0/id").asString();
  }

  @ParameterizedTest
  @EnumSource
  void aRoleSeesItsPagesAndNoWayToOthers(Role role) {
    var browser = Browser.as(API, role.jsonName());
    var softly = new SoftAssertions();
    for (AccessRule rule : PageRules.ALL) {
      if (rule.method().equals("GET") && rule.least() != null) {
        var path = path(rule);
        var shown = browser.get(path);
        boolean mayLook = role.includes(rule.least());
        softly
            .assertThat(shown.status() == 403)
            .as("%s %s is refused: %d", role, path, shown.status())
            .isEqualTo(!mayLook);
        if (mayLook && shown.header("Content-Type").startsWith("text/html")) {
          ways(shown).forEach((way, method) -> requireMay(role, method, way, path, softly));
        }
      }
    }
    softly.assertAll();
    assertThat(browser.get("/").text(".who")).startsWith(role.jsonName());
  }

  private static String path(AccessRule rule) {
    return switch (rule.path()) {
      case "/search", "/search.csv", "/search.jsonl", "/suggestions" -> rule.path() + "?q=roles";
      case "/table" -> "/table?db=roles_db&schema=roles&table=roles_table";
      case "/past" -> "/past?db=roles_db&schema=roles&table=roles_table";
      case "/compare" -> "/compare?left=roles_db&right=roles_db";
      case "/db/{database}/{schema}/{table}" -> "/db/roles_db/roles/roles_table";
      case "/admin/users/{id}" -> "/admin/users/" + user;
      default ->
          rule.path()
              .replace("{database}", "roles_db")
              .replace("{id}", source.toString())
              .replace("{crawl}", crawl.toString());
    };
  }

  /** Where the links and forms of a page lead, with the methods. */
  private static Map<String, String> ways(Browser.Shown shown) {
    var ways = new TreeMap<String, String>();
    for (Element link : shown.document().select("main a[href], header a[href]")) {
      ways.put(URI.create(link.absUrl("href")).getPath(), "GET");
    }
    for (Element form : shown.document().select("form[action]")) {
      ways.put(
          URI.create(form.absUrl("action")).getPath(),
          form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET");
    }
    return ways;
  }

  private static void requireMay(
      Role role, String method, String way, String page, SoftAssertions softly) {
    PageRules.ALL.stream()
        .filter(rule -> rule.method().equals(method) && fits(rule, way))
        .min(Comparator.comparingLong(rule -> rule.path().chars().filter(c -> c == '{').count()))
        .filter(rule -> rule.least() != null)
        .ifPresent(
            rule ->
                softly
                    .assertThat(rule.least() == null || role.includes(rule.least()))
                    .as("%s on %s: %s %s", role, page, method, way)
                    .isTrue());
  }

  private static boolean fits(AccessRule rule, String way) {
    return PathPatternParser.defaultInstance
        .parse(rule.path())
        .matches(PathContainer.parsePath(way));
  }
}
