package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.sessions.OpaqueToken;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.RawConnection;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {
  private static final TestApi API = TestApi.shared();
  private static final String FORM = "application/x-www-form-urlencoded";

  /** More than a network may have. */
  private static final int UNKNOWN_COOKIES = 400;

  @Test
  void leadsToThePageThatWasAskedFor() {
    var browser = new Browser(API);
    var sent = browser.get("/search?q=mail&kind=column");
    assertThat(sent.status()).isEqualTo(303);

    var entered =
        sent.followed()
            .submit(
                "form[action$=sign-in]",
                Map.of("username", "admin", "password", TestApi.ADMIN_PASSWORD));
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.location()).isEqualTo("/search?q=mail&kind=column");
    assertThat(entered.followed().status()).isEqualTo(200);
    assertThat(entered.header("Set-Cookie"))
        .contains("gazetteer_session=", "HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void saysWhatIsWrongAndKeepsTheName() {
    var refused = new Browser(API).signIn(API.addUser("viewer"), "not the right one");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("[role=alert]")).isEqualTo("The user name or the password is wrong");
    assertThat(refused.document().select("#username").val()).startsWith("viewer-");
    assertThat(refused.document().select("#password").val()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.example",
        "https://elsewhere.example",
        "\\\\elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "../../elsewhere"
      })
  void leadsNowhereElse(String next) {
    var page = new Browser(API).get("/sign-in");
    var entered =
        page.submit(
            "form[action$=sign-in]",
            Map.of("username", "admin", "password", TestApi.ADMIN_PASSWORD, "next", next));
    assertThat(entered.location()).isEqualTo("/");
  }

  @Test
  void signingOutEndsTheSession() {
    var browser = Browser.as(API, "viewer");
    var cookie = browser.cookie("gazetteer_session");
    assertThat(browser.get("/").submit("form[action$=sign-out]", Map.of()).status()).isEqualTo(303);

    assertThat(browser.cookie("gazetteer_session")).isEmpty();
    var answer = API.send("GET", "/", null, Map.of("Cookie", "gazetteer_session=" + cookie));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsTheSession() {
    var name = API.addUser("viewer");
    var browser = Browser.of(API, name, TestApi.USER_PASSWORD);
    assertThat(browser.get("/").status()).isEqualTo(200);

    var token = API.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
    var changed =
        API.callAs(
            token,
            "POST",
            "/api/auth/password",
            Map.of(
                "current_password",
                TestApi.USER_PASSWORD,
                "new_password",
                "quite-another-one-2026"));
    assertThat(changed.status()).isEqualTo(204);
    assertThat(browser.get("/").status()).isEqualTo(303);
  }

  @Test
  void takesNoFormThatIsNotOurs() {
    var browser = Browser.as(API, "viewer");
    assertThat(browser.post("/sign-out", Map.of()).status()).isEqualTo(403);
    assertThat(browser.post("/sign-out", Map.of("csrf", "made up")).status()).isEqualTo(403);
    var other = Browser.as(API, "viewer").get("/").document().select("[name=csrf]").val();
    assertThat(browser.post("/sign-out", Map.of("csrf", other)).status()).isEqualTo(403);
    assertThat(browser.get("/").status()).isEqualTo(200);

    assertThat(
            new Browser(API)
                .post("/sign-in", Map.of("username", "admin", "password", TestApi.ADMIN_PASSWORD))
                .status())
        .isEqualTo(403);
  }

  @Test
  void readsTheFormOnlyAndNotTheQuery() {
    var browser = new Browser(API);
    var token = browser.get("/sign-in").document().select("[name=csrf]").val();
    var query = "?csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    var fields = Map.of("username", "admin", "password", TestApi.ADMIN_PASSWORD);
    assertThat(browser.post("/sign-in" + query, fields).status()).isEqualTo(403);

    var refused =
        browser.post("/sign-in", Map.of("csrf", token, "username", "Jürgen & Co+", "next", "a"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("#username").val()).isEqualTo("Jürgen & Co+");
  }

  @Test
  void saysThatAFormCannotBeRead() {
    var answer = API.send("POST", "/sign-in", "csrf=%zz", Map.of("Content-Type", FORM));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_request");

    assertThat(API.send("POST", "/sign-in", "csrf", Map.of("Content-Type", FORM)).status())
        .isEqualTo(403);
  }

  @Test
  void theApiTakesNoForms() {
    var headers = Map.of("Authorization", "Bearer " + API.token(), "Content-Type", FORM);
    var path = "/api/db-credentials/" + UUID.randomUUID();
    assertThat(API.send("PATCH", path, "port=5432", headers).status()).isEqualTo(415);
    assertThat(API.send("POST", "/api/users", "role=admin", headers).status()).isEqualTo(415);
  }

  /** Has an address of its own, which it spoils. */
  @Test
  void cookiesThatNobodyHasCostANetworkNoMoreQueriesAndTheGoodOnesBehindItNothing()
      throws IOException {
    var from = "127.0.0.80";
    var earlier = Browser.as(API, "viewer").cookie("gazetteer_session");
    for (int i = 0; i < UNKNOWN_COOKIES; i++) {
      assertThat(account(from, OpaqueToken.make("gzp_"))).startsWith("HTTP/1.1 303");
    }
    assertThat(RawConnection.refusalOfUnknownTokens(API.url(), from)).startsWith("HTTP/1.1 429");

    assertThat(account(from, earlier)).startsWith("HTTP/1.1 200");
    var later = Browser.as(API, "viewer").cookie("gazetteer_session");
    assertThat(account(from, later)).startsWith("HTTP/1.1 200");
  }

  private static String account(String from, String session) throws IOException {
    var headers = "Accept: text/html\r\nCookie: gazetteer_session=" + session;
    return RawConnection.get(API.url(), from, "/account", headers);
  }

  @Test
  void saysOnAPageThatAFormIsTooLarge() {
    var refused = new Browser(API).post("/sign-in", Map.of("username", "x".repeat(70_000)));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("h1")).isEqualTo("The request body is too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/me", "/%61pi/auth/me", "/api/search?q=mail", "/api/users"})
  void aCookieCallsNothingOfTheApi(String path) {
    var browser = Browser.of(API, "admin", TestApi.ADMIN_PASSWORD);
    assertThat(browser.get("/").status()).isEqualTo(200);
    assertThat(browser.get(path).status()).isIn(401, 403, 404);
  }

  @Test
  void anAccessTokenIsNoCookie() {
    var answer = API.send("GET", "/", null, Map.of("Cookie", "gazetteer_session=" + API.token()));
    assertThat(answer.status()).isEqualTo(401);
  }
}
