package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.oidc.KeptLogin;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.OidcServer;
import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing in at an issuer, in a browser. */
class IssuerSignInIT {
  /** So many may ask the issuer at once. */
  private static final int PLACES = 20;

  private static OidcServer issuer;
  private static ConfigurableApplicationContext context;
  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    TestApi.shared();
    issuer = new OidcServer();
    var settings = TestApi.settings();
    settings.put("gazetteer.oidc.issuer", issuer.url());
    settings.put("gazetteer.oidc.client.id", OidcServer.CLIENT);
    context = TestApi.start(settings);
    api = TestApi.withoutAdmin(context);
  }

  @AfterAll
  static void stop() {
    if (context != null) {
      context.close();
    }
    if (issuer != null) {
      issuer.close();
    }
  }

  private static Browser.Shown back(Browser browser, String next) {
    var page = browser.get("/sign-in?next=" + next);
    assertThat(page.document().select("#password")).isEmpty();
    var sent = page.click(".entry a.button");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.header("Location"))
        .startsWith(issuer.url() + "/authorize")
        .contains("code_challenge_method=S256", "response_type=code", "scope=openid");
    return browser.get(path(browser.get(sent.header("Location")).header("Location")));
  }

  private static String path(String url) {
    var to = URI.create(url);
    return to.getRawPath() + "?" + to.getRawQuery();
  }

  @Test
  void letsInWhomTheIssuerGivesARole() {
    issuer.give("gazetteer-editor", "other");
    var browser = new Browser(api);
    var entered = back(browser, "databases");
    assertThat(entered.status()).isEqualTo(303);
    var shown = entered.followed();
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text(".who")).isEqualTo("somebody");
    assertThat(browser.get("/databases/new").status()).isEqualTo(200);
    assertThat(browser.get("/admin").status()).isEqualTo(403);
    assertThat(browser.get("/account").text(".notice")).contains(issuer.url());
    assertThat(
            browser
                .post(
                    "/account/tokens",
                    Map.of(
                        "csrf",
                        shown.document().select("[name=csrf]").val(),
                        "name",
                        "x",
                        "role",
                        "viewer"))
                .status())
        .isEqualTo(403);

    assertThat(browser.get("/").submit("form[action$=sign-out]", Map.of()).status()).isEqualTo(303);
    assertThat(browser.get("/databases").status()).isEqualTo(303);
  }

  @Test
  void refusesWhoHasNoRole() {
    issuer.give("other");
    var browser = new Browser(api);
    var refused = back(browser, "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("[role=alert]")).contains("no role");
    assertThat(browser.get("/").status()).isEqualTo(303);
  }

  @Test
  void takesNoAnswerThatThisBrowserDidNotAskFor() {
    issuer.give("gazetteer-admin");
    var one = new Browser(api);
    var sent = one.get("/sign-in").click(".entry a.button");
    var answer = path(one.get(sent.header("Location")).header("Location"));

    var other = new Browser(api);
    assertThat(other.get(answer).status()).isEqualTo(422);
    other.get("/sign-in").click(".entry a.button");
    assertThat(other.get(answer).status()).isEqualTo(422);
    assertThat(other.get("/").status()).isEqualTo(303);
    assertThat(one.get(answer).status()).isEqualTo(303);
    assertThat(new Browser(api).get(answer).status()).isEqualTo(422);
  }

  @Test
  void leadsToNoOtherSiteAfterwards() {
    issuer.give("gazetteer-viewer");
    assertThat(back(new Browser(api), "https:%2F%2Felsewhere.example").location()).isEqualTo("/");
  }

  @Test
  void anAdministratorEndsTheSessionOfSomebodyElse() {
    issuer.give("gazetteer-editor");
    var browser = new Browser(api);
    assertThat(back(browser, "").followed().status()).isEqualTo(200);
    var editor = issuer.accessToken();
    issuer.give("gazetteer-admin");
    var admin = issuer.accessToken();
    var path = "/api/auth/sessions/" + lastLogin(admin);

    assertThat(api.callAs(editor, "DELETE", path, null).status()).isEqualTo(404);
    assertThat(browser.get("/").status()).isEqualTo(200);
    assertThat(api.callAs(admin, "DELETE", path, null).status()).isEqualTo(204);
    assertThat(browser.get("/").status()).isEqualTo(303);
    assertThat(api.callAs(admin, "DELETE", path, null).status()).isEqualTo(404);
    var event = audited(admin, "session_ended");
    assertThat(path).endsWith(event.path("target").asString());
    assertThat(event.at("/details/of_subject").asString()).isEqualTo("somebody-4711");
  }

  private static String lastLogin(String admin) {
    return audited(admin, "logged_in").path("target").asString();
  }

  private static JsonNode audited(String admin, String action) {
    var path = "/api/audit?subject=somebody-4711&limit=1&action=" + action;
    return api.callAs(admin, "GET", path, null).json().at("/events/0");
  }

  @Test
  void sessionsOfAnIssuerThatIsTrustedNoMoreAreOver() {
    issuer.give("gazetteer-admin");
    var browser = new Browser(api);
    assertThat(back(browser, "").followed().status()).isEqualTo(200);
    api.bean(JdbcClient.class)
        .sql("update external_session set issuer = 'https://earlier.example'")
        .update();

    assertThat(browser.get("/").status()).isEqualTo(303);
    assertThat(browser.get("/admin").status()).isEqualTo(303);
  }

  /** Others at this address have made up what they could. */
  @Test
  void letsInWhoeverComesFromTheAddressOfManyWhoFailed() {
    for (int i = 0; i < 320; i++) {
      var headers = Map.of("Accept", "text/html", "Cookie", "gazetteer_session=gzx_unknown-" + i);
      assertThat(api.send("GET", "/account", null, headers).status()).isEqualTo(303);
    }
    assertThat(RawConnection.refusalOfUnknownTokens(api.url(), "127.0.0.1"))
        .startsWith("HTTP/1.1 429");
    issuer.give("gazetteer-viewer");
    assertThat(back(new Browser(api), "").status()).isEqualTo(303);
  }

  @Test
  void aSilentIssuerHoldsOnlyThoseUpWhoSignInAndThoseForSecondsOnly() throws Exception {
    issuer.give("gazetteer-viewer");
    assertThat(back(new Browser(api), "").status()).isEqualTo(303);
    assertThat(searched(issuer.accessToken())).isEqualTo(200);
    var token = issuer.accessToken();
    issuer.beSilent();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = together(threads, PLACES);
      await().until(() -> issuer.kept() == PLACES);
      // A place is free only when those have given up.
      assertThat(timed(() -> assertThat(finish()).contains("Too many people sign in")))
          .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(4));
      assertThat(timed(() -> assertThat(searched(token)).isEqualTo(200)))
          .isLessThan(Duration.ofSeconds(1));
      for (var login : first) {
        assertThat(login.get()).contains("did not confirm the login");
      }
    } finally {
      issuer.speak();
    }
    assertThat(back(new Browser(api), "").status()).isEqualTo(303);
  }

  private List<Future<String>> together(ExecutorService threads, int number) {
    return IntStream.range(0, number).mapToObj(i -> threads.submit(this::finish)).toList();
  }

  /** Comes back from the issuer with a code; returns what the page complains about. */
  private String finish() {
    var kept = new KeptLogin("state", "nonce", "verifier", "").encode();
    var answer =
        api.send(
            "GET",
            "/sign-in/issuer/back?state=state&code=made-up",
            null,
            Map.of("Cookie", "gazetteer_login=" + kept));
    assertThat(answer.status()).isEqualTo(422);
    return Jsoup.parse(answer.text()).select("[role=alert]").text();
  }

  private static int searched(String token) {
    return api.callAs(token, "GET", "/api/search/?q=orders", null).status();
  }

  private static Duration timed(Runnable call) {
    long began = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
