package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.audit.AuditEvent;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators do on pages, and nobody else. */
class AdminPagesIT {
  private static final String PASSWORD = "a-very-new-one-26";
  private static final TestApi API = TestApi.shared();
  private static final Browser ADMIN = Browser.of(API, "admin", TestApi.ADMIN_PASSWORD);

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "editor"})
  void othersSeeNothingOfIt(String role) {
    var browser = Browser.as(API, role);
    for (String path : List.of("/", "/search?q=mail", "/databases", "/changes", "/account")) {
      assertThat(browser.get(path).body()).as(path).doesNotContain("Administration");
    }
    assertThat(browser.get("/admin").status()).isEqualTo(403);
    assertThat(ADMIN.get("/").text("nav")).contains("Administration");
  }

  @Test
  void addsAUserChangesTheRoleAndDeletesTheUser() {
    var name = "made-" + UUID.randomUUID();
    var refused =
        ADMIN
            .get("/admin/users")
            .submit("form.fields", Map.of("username", name, "password", "short", "role", "viewer"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("#username").val()).isEqualTo(name);
    assertThat(refused.document().select("[aria-invalid]").eachAttr("name"))
        .containsExactly("password");

    var added =
        refused.submit(
            "form.fields", Map.of("username", name, "password", PASSWORD, "role", "viewer"));
    assertThat(added.status()).isEqualTo(303);
    var path = added.location();
    var own = Browser.of(API, name, PASSWORD);
    assertThat(own.get("/databases/new").status()).isEqualTo(403);

    ADMIN.get(path).submit("form:has(#role)", Map.of("role", "editor"));
    assertThat(Browser.of(API, name, PASSWORD).get("/databases/new").status()).isEqualTo(200);
    assertThat(ADMIN.get(path).submit("form:has([name=disabled])", Map.of()).text(".notice"))
        .contains("disabled");
    assertThat(own.get("/").status()).isEqualTo(303);
    assertThat(ADMIN.get(path).submit("form[action$=delete]", Map.of()).status()).isEqualTo(303);
    assertThat(ADMIN.get(path).status()).isEqualTo(404);
  }

  @Test
  void saysWhyTheNameOfAUserCannotBeTaken() {
    var name = API.addUser("viewer");
    var refused =
        ADMIN
            .get("/admin/users")
            .submit(
                "form.fields", Map.of("username", name, "password", PASSWORD, "role", "viewer"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text(".wrong")).contains("cannot be taken");
  }

  @Test
  void revokesATokenOfSomeoneElse() {
    var name = "for-the-night-" + UUID.randomUUID();
    var made =
        Browser.as(API, "viewer")
            .get("/account")
            .submit("form[action$=tokens]", Map.of("name", name, "role", "viewer"));
    var token = made.text("pre.code");
    var page = ADMIN.get("/admin/tokens");
    while (!page.body().contains(name)) {
      page = page.click("a[rel=next]");
    }
    var revoke = page.document().select("tr:contains(" + name + ") form").attr("action");
    var revoked = page.submit("form[action='" + revoke + "']", Map.of());
    assertThat(revoked.text(".notice")).contains("revoked");
    assertThat(API.callAs(token, "GET", "/api/search?q=x", null).status()).isEqualTo(401);
  }

  @Test
  void findsWhatWasDoneAndGivesItToTakeAway() {
    var name = API.addUser("viewer");
    Browser.of(API, name, TestApi.USER_PASSWORD);
    var page = ADMIN.get("/admin/audit?actor=" + name);
    assertThat(page.document().select("tbody tr")).isNotEmpty();
    assertThat(page.document().select("tbody th").eachText()).containsOnly(name);
    assertThat(ADMIN.get("/admin/audit?action=user+created").text("tbody")).contains(name);
    var csv = page.click(".take a[href*=csv]");
    assertThat(csv.body()).startsWith("at,actor,via,address,action,target,details").contains(name);
    var lines = page.click(".take a[href*=jsonl]").body();
    assertThat(lines.lines()).allMatch(line -> line.contains("\"actor\":\"" + name + "\""));
    assertThat(lines).contains("\"details\":{");
    assertThat(lines.lines()).hasSameSizeAs(page.document().select("tbody tr"));
    assertThat(ADMIN.get("/admin/audit?actor=no-such-one").text(".nothing")).contains("Nothing");
  }

  @Test
  void filtersWhatWasDoneByTime() {
    var name = API.addUser("viewer");
    Browser.of(API, name, TestApi.USER_PASSWORD);
    var page = ADMIN.get("/admin/audit?actor=" + name + "&since=2020-01-01T00:00");
    assertThat(page.document().select("tbody tr")).isNotEmpty();
    assertThat(page.document().select("#since").val()).isEqualTo("2020-01-01T00:00");
    var earlier = "/admin/audit?actor=" + name + "&until=2020-01-01T00:00";
    assertThat(ADMIN.get(earlier).text(".nothing")).contains("Nothing");
    assertThat(ADMIN.get("/admin/audit.csv" + earlier.substring("/admin/audit".length())).body())
        .isEqualToIgnoringNewLines(AuditEvent.csvHeading().strip());
    assertThat(ADMIN.get("/admin/audit?since=yesterday").text(".notice")).contains("2030-01-31");
  }

  @Test
  void showsTheIndexAndItsRebuild() {
    var page = ADMIN.get("/admin/index");
    assertThat(page.text("tbody")).contains("gazetteer-tables", "gazetteer-columns", "open");
    assertThat(page.document().select("form[action$=rebuild]")).hasSize(1);
    assertThat(ADMIN.get("/admin/index/live").document().select(".state")).hasSize(1);
  }

  @Test
  void triesAbbreviationsAndNamesEveryWrongLine() {
    assertThat(ADMIN.get("/admin/abbreviations?try=CUST_NO").text("[role=status]"))
        .contains("cust, no", "customer");
    assertThat(API.get("/api/abbreviations/try?q=CUST_NO").json().toString()).contains("customer");
    var refused =
        ADMIN
            .get("/admin/abbreviations")
            .submit("form.fields", Map.of("list", "cust = customer\n\nno =\nx y = z"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("[role=alert] li").eachText())
        .anyMatch(said -> said.startsWith("Line 3: what it stands for"))
        .anyMatch(said -> said.startsWith("Line 4: the short form"));
    assertThat(refused.document().select("textarea").val()).contains("x y = z");
  }

  @Test
  void refusesAListOfAbbreviationsThatSomeoneElseHasChanged() {
    var page = ADMIN.get("/admin/abbreviations");
    var refused = page.submit("form.fields", Map.of("tag", "\"0-00000000\""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("[role=alert]")).contains("Load the page again");
  }

  @Test
  void showsKeysAndRenewsTheOneThatSigns() {
    var page = ADMIN.get("/admin/keys");
    assertThat(page.text("#main")).contains("primary", "signs");
    var renewed = page.submit("form[action$=signing]", Map.of());
    assertThat(renewed.text(".notice")).contains("signs from now on");
    assertThat(renewed.text("#main")).contains("verifies until its tokens expire");
    assertThat(API.get("/api/users?limit=1").status()).isEqualTo(200);
  }

  @Test
  void showsDeadLettersWithWhatToDo() {
    assertThat(ADMIN.get("/admin/dead-letters").status()).isEqualTo(200);
    assertThat(
            ADMIN.post("/admin/dead-letters/none/replay", Map.of("csrf", csrf())).text(".notice"))
        .contains("dealt with already");
  }

  private static String csrf() {
    return ADMIN.get("/").document().select("[name=csrf]").val();
  }

  @Test
  void showsHowEachPartIsAndWhatWaits() {
    var text = ADMIN.get("/admin").text("tbody");
    assertThat(text).contains("PostgreSQL", "Kafka", "Search index", "events to publish");
    assertThat(API.get("/api/parts").json().path("parts").valueStream())
        .anyMatch(part -> part.path("name").asString().equals("kafka"));
  }

  @Test
  void addsAWebhookTriesChangesPausesAndDeletesIt() {
    var name = "hooked_page_" + UUID.randomUUID().toString().substring(0, 8);
    new RegisteredDataSources(API).crawled(name);
    var url = "https://hooks.example/" + name;
    var refused =
        ADMIN
            .get("/admin/webhooks")
            .submit(
                "form.fields",
                Map.of("url", "ftp://x", "events", "changes", "data_source", "no-such-one"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("[aria-invalid]").eachAttr("name"))
        .containsExactly("url", "data_source");
    assertThat(refused.document().select("#url").val()).isEqualTo("ftp://x");

    var made =
        refused.submit(
            "form.fields",
            Map.of("url", url, "events", "crawl_held", "data_source", name, "changes", "a_b, c_d"));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.text("pre.code")).startsWith("whsec_");
    assertThat(ADMIN.get("/admin/webhooks").body()).doesNotContain("whsec_", url);
    var id =
        API.get("/api/webhooks")
            .json()
            .path("webhooks")
            .valueStream()
            .filter(one -> one.path("url").asString().equals(url))
            .map(one -> one.path("id").asString())
            .findFirst()
            .orElseThrow();
    var path = "/admin/webhooks/" + id;
    var page = ADMIN.get(path);
    assertThat(page.text("h1")).isEqualTo("hooks.example active");
    assertThat(page.document().select("#changes").val()).isEqualTo("a_b, c_d");
    assertThat(page.document().select("[name=events][checked]").eachAttr("value"))
        .containsExactly("crawl_held");

    var tested = page.submit("form[action$=test]", Map.of());
    assertThat(tested.text("[role=alert]")).contains("The test has not arrived: host not found.");
    assertThat(tested.text("tbody")).contains("test", "failed", "host not found");
    var paused = tested.submit("form:has([name=paused])", Map.of());
    assertThat(paused.text("h1")).isEqualTo("hooks.example paused");
    assertThat(paused.text(".notice")).contains("Paused by hand");
    var changed =
        paused.submit(
            "form.fields",
            Map.of("events", "stale", "schema", "sales", "changes", "", "data_source", name));
    assertThat(changed.text(".notice")).contains("The webhook is changed.");
    assertThat(API.get("/api/webhooks/" + id).json().path("filter").toString())
        .isEqualTo("{\"data_source\":\"%s\",\"schema\":\"sales\"}".formatted(name));
    assertThat(changed.submit("form[action$=delete]", Map.of()).status()).isEqualTo(303);
    assertThat(ADMIN.get(path).status()).isEqualTo(404);
  }
}
