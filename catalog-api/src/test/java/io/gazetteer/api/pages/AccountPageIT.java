package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.TestApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccountPageIT {
  private static final TestApi API = TestApi.shared();

  @Test
  void changesThePasswordWhenTheCurrentOneIsRight() {
    var name = API.addUser("viewer");
    var browser = Browser.of(API, name, TestApi.USER_PASSWORD);
    var form = "form[action$=password]";
    var refused =
        browser
            .get("/account")
            .submit(form, Map.of("current_password", "not it", "new_password", "short"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("[aria-invalid]").eachAttr("name"))
        .contains("new_password");

    var changed =
        browser
            .get("/account")
            .submit(
                form,
                Map.of(
                    "current_password",
                    TestApi.USER_PASSWORD,
                    "new_password",
                    "another-one-for-26"));
    assertThat(changed.status()).isEqualTo(303);
    assertThat(browser.get("/").status()).isEqualTo(303);
    assertThat(browser.signIn(name, "another-one-for-26").status()).isEqualTo(303);
  }

  @Test
  void makesATokenShowsItOnceAndRevokesIt() {
    var browser = Browser.as(API, "editor");
    var made =
        browser
            .get("/account")
            .submit("form[action$=tokens]", Map.of("name", "nightly <b>", "role", "viewer"));
    assertThat(made.status()).isEqualTo(200);
    var token = made.text("pre.code");
    assertThat(API.callAs(token, "GET", "/api/search?q=x", null).status()).isEqualTo(200);
    assertThat(browser.get("/account").body()).doesNotContain(token);
    assertThat(browser.get("/account").text(".rows")).contains("nightly <b>");

    assertThat(browser.get("/account").submit("form[action$=revoke]", Map.of()).status())
        .isEqualTo(200);
    assertThat(API.callAs(token, "GET", "/api/search?q=x", null).status()).isEqualTo(401);
  }

  @Test
  void givesThePageOfTheApiATokenOfTheSession() {
    var name = API.addUser("viewer");
    var browser = Browser.of(API, name, TestApi.USER_PASSWORD);
    var given = browser.get("/access-token");
    assertThat(given.header("Cache-Control")).isEqualTo("no-store");
    var token = JsonMapper.shared().readTree(given.body()).path("access_token").asString();
    var me = API.callAs(token, "GET", "/api/auth/me", null).json();
    assertThat(me.path("username").asString()).isEqualTo(name);
    assertThat(me.path("role").asString()).isEqualTo("viewer");

    browser.get("/").submit("form[action$=sign-out]", Map.of());

    assertThat(browser.get("/access-token").status()).isEqualTo(303);
    assertThat(API.callAs(token, "GET", "/api/auth/me", null).status()).isEqualTo(401);
  }

  @Test
  void listsSessionsAndEndsAnotherOne() {
    var name = API.addUser("viewer");
    var other = Browser.of(API, name, TestApi.USER_PASSWORD);
    var browser = Browser.of(API, name, TestApi.USER_PASSWORD);
    API.logIn(name, TestApi.USER_PASSWORD);
    var page = browser.get("/account");
    assertThat(page.document().select(".sessions tbody tr")).hasSize(3);
    assertThat(page.document().select(".sessions .tag")).hasSize(1);
    assertThat(page.text(".sessions")).contains("A program");
    var ended =
        page.submit(".sessions tr:not(:has(.tag)):not(:contains(A program)) form", Map.of());
    assertThat(ended.text(".notice")).contains("The session is over");
    assertThat(other.get("/account").status()).isEqualTo(303);
    assertThat(browser.get("/account").document().select(".sessions tbody tr")).hasSize(2);

    var own = browser.get("/account").submit(".sessions tr:has(.tag) form", Map.of());
    assertThat(own.status()).isEqualTo(303);
    assertThat(browser.get("/account").status()).isEqualTo(303);
  }

  @Test
  void theApiListsAndEndsOnlyOnesOwnSessions() {
    var name = API.addUser("viewer");
    var browser = Browser.of(API, name, TestApi.USER_PASSWORD);
    var token = API.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
    var sessions = API.callAs(token, "GET", "/api/auth/sessions", null).json().path("sessions");
    var page =
        sessions
            .valueStream()
            .filter(one -> one.path("kind").asString().equals("page"))
            .findFirst()
            .orElseThrow();
    var path = "/api/auth/sessions/" + page.path("id").asString();
    assertThat(API.call("DELETE", path, null).status()).isEqualTo(404);
    assertThat(browser.get("/account").status()).isEqualTo(200);
    assertThat(API.callAs(token, "DELETE", path, null).status()).isEqualTo(204);
    assertThat(browser.get("/account").status()).isEqualTo(303);
  }

  @Test
  void aTokenHasNoMoreRightsThanItsOwner() {
    var browser = Browser.as(API, "viewer");
    var page = browser.get("/account");
    assertThat(page.document().select("#role option").eachText()).containsExactly("viewer");
    var refused = page.submit("form[action$=tokens]", Map.of("name", "x", "role", "admin"));
    assertThat(refused.status()).isEqualTo(422);
  }
}
