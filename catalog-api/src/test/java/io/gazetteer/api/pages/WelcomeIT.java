package io.gazetteer.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.sessions.LoginLinks;
import io.gazetteer.api.identity.users.Users;
import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.TestApi;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WelcomeIT {
  private static final TestApi API = TestApi.shared();
  private static final String WISHED = "one-of-my-very-own-26";

  private static String linkOf(String username) {
    var code = UUID.randomUUID().toString();
    var id = API.bean(Users.class).find(username).orElseThrow().id();
    API.bean(LoginLinks.class).add(code, id);
    return code;
  }

  @Test
  void aLinkLetsOneChooseAPasswordOnce() {
    var name = API.addUser("admin");
    var code = linkOf(name);
    var browser = new Browser(API);
    assertThat(browser.get("/welcome?code=" + code).status()).isEqualTo(200);
    var page = browser.get("/welcome?code=" + code);

    var weak = page.submit("form[action$=welcome]", Map.of("password", "password1234"));
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.text("[role=alert]")).contains("guess");

    var entered = page.submit("form[action$=welcome]", Map.of("password", WISHED));
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.followed().status()).isEqualTo(200);
    assertThat(API.logIn(name, WISHED).status()).isEqualTo(200);
    assertThat(API.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(401);

    assertThat(new Browser(API).get("/welcome?code=" + code).status()).isEqualTo(404);
    assertThat(page.submit("form[action$=welcome]", Map.of("password", WISHED)).status())
        .isEqualTo(404);
  }

  @Test
  void aLinkIsForThisMachineAndForAnHour() {
    var code = linkOf(API.addUser("admin"));
    var proxied =
        API.send("GET", "/welcome?code=" + code, null, Map.of("X-Forwarded-For", "127.0.0.1"));
    assertThat(proxied.status()).isEqualTo(404);
    API.bean(JdbcClient.class).sql("update login_link set expires_at = now()").update();
    assertThat(new Browser(API).get("/welcome?code=" + code).status()).isEqualTo(404);
    assertThat(new Browser(API).get("/welcome?code=").status()).isEqualTo(404);
  }
}
