package io.gazetteer.api.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.users.Users;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensIT {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void makesATokenThatIsShownOnce() {
    var name = api.addUser("editor");
    var session = session(name);
    var made = make(session, "nightly export", "viewer");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    var token = secret(made);
    assertThat(token).matches("gzt_[A-Za-z0-9_-]{43}");
    var expiry = Instant.parse(made.json().path("expires_at").asString());
    assertThat(expiry).isBetween(days(89), days(91));

    var listed = api.callAs(session, "GET", "/api/tokens/", null);
    assertThat(listed.text()).contains("nightly export").doesNotContain(token.substring(4));
    assertThat(listed.json().at("/tokens/0/owner").asString()).isEqualTo(name);
    assertThat(listed.json().at("/tokens/0/last_used_at").isNull()).isTrue();
    var rows =
        jdbc.sql("select t::text || encode(t.hash, 'escape') from api_token t")
            .query(String.class)
            .list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token.substring(4)));
  }

  @Test
  void actsForItsOwnerWithItsOwnRole() {
    var name = api.addUser("editor");
    var token = secret(make(session(name), "t", "viewer"));
    var me = api.callAs(token, "GET", "/api/auth/me", null).json();

    assertThat(me.path("username").asString()).isEqualTo(name);
    assertThat(me.path("role").asString()).isEqualTo("viewer");
    assertThat(me.path("via").asString()).isEqualTo("token");
    assertThat(api.callAs(token, "GET", "/api/db-credentials", null).status()).isEqualTo(403);
  }

  @Test
  void neverMayMoreThanItsOwner() {
    var name = api.addUser("editor");
    var session = session(name);
    assertThat(make(session, "t", "admin").wrongFields()).containsExactly("role");
    var token = secret(make(session, "t", "editor"));
    assertThat(api.callAs(token, "GET", "/api/db-credentials", null).status()).isEqualTo(200);

    var path = "/api/users/" + api.bean(Users.class).find(name).orElseThrow().id();
    api.call("PATCH", path, Map.of("role", "viewer"));
    await()
        .atMost(SOON)
        .until(() -> api.callAs(token, "GET", "/api/db-credentials", null).status() == 403);
    api.call("PATCH", path, Map.of("disabled", true));
    await().atMost(SOON).until(() -> me(token).status() == 401);
  }

  @Test
  void endsForGoodWithWhatAnAdministratorDoesAboutATheft() {
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("password", "A-new-pass-phrase-41"), Map.of("disabled", true))) {
      var name = api.addUser("editor");
      var session = session(name);
      var tokens =
          List.of(secret(make(session, "a", "viewer")), secret(make(session, "b", "editor")));
      var path = "/api/users/" + api.bean(Users.class).find(name).orElseThrow().id();

      assertThat(api.call("PATCH", path, change).status()).isEqualTo(200);
      await()
          .atMost(SOON)
          .until(() -> tokens.stream().allMatch(token -> me(token).status() == 401));
      api.call("PATCH", path, Map.of("disabled", false));
      assertThat(tokens).allMatch(token -> me(token).status() == 401);
      var event = api.get("/api/audit?action=user_changed&limit=2").text();
      assertThat(event).contains("\"api_tokens_ended\": 2");
    }
  }

  @Test
  void staysWhenAnAdministratorSaysSoAndWhenItsOwnerChangesThePassword() {
    var name = api.addUser("editor");
    var session = session(name);
    var token = secret(make(session, "t", "viewer"));
    var path = "/api/users/" + api.bean(Users.class).find(name).orElseThrow().id();

    var own = Map.of("current_password", TestApi.USER_PASSWORD, "new_password", "My-new-phrase-41");
    assertThat(api.callAs(session, "POST", "/api/auth/password", own).status()).isEqualTo(204);
    api.call("PATCH", path, Map.of("password", "A-new-pass-phrase-41", "keep_api_tokens", true));
    assertThat(me(token).status()).isEqualTo(200);
  }

  @Test
  void makesNoTokensAndChangesNoPasswords() {
    var token = secret(make(api.token(), "t", "admin"));

    assertThat(me(token).status()).isEqualTo(200);
    assertThat(make(token, "another", "viewer").status()).isEqualTo(403);
    var body = Map.of("current_password", "x", "new_password", "x");
    assertThat(api.callAs(token, "POST", "/api/auth/password", body).status()).isEqualTo(403);
  }

  /** A token that leaks for a minute must not make an administrator for ever. */
  @Test
  void ofAnAdministratorChangesNoUsersAndNoKeys() {
    var name = api.addUser("admin");
    var token = secret(make(session(name), "t", "admin"));
    var own = "/api/users/" + api.bean(Users.class).find(name).orElseThrow().id();

    assertThat(api.callAs(token, "GET", "/api/users", null).status()).isEqualTo(200);
    assertThat(statusOf(token, "PATCH", own, Map.of("password", "a new one, 12 letters")))
        .isEqualTo(403);
    assertThat(statusOf(token, "DELETE", own, null)).isEqualTo(403);
    var another = Map.of("username", "x-" + name, "password", "a new one, 12 letters");
    assertThat(statusOf(token, "POST", "/api/users", another)).isEqualTo(403);
    assertThat(statusOf(token, "POST", "/api/signing-keys", null)).isEqualTo(403);
    assertThat(statusOf(token, "POST", "/api/encryption-keys", null)).isEqualTo(403);
    assertThat(statusOf(token, "DELETE", "/api/encryption-keys/1", null)).isEqualTo(403);
  }

  private int statusOf(String token, String method, String path, @Nullable Object body) {
    return api.callAs(token, method, path, body).status();
  }

  @Test
  void isRevokedByItsOwnerOrAnAdministrator() {
    var session = session(api.addUser("viewer"));
    for (String who : List.of(session, api.token())) {
      var made = make(session, "t", "viewer");
      var path = "/api/tokens/" + made.json().path("id").asString();
      assertThat(me(secret(made)).status()).isEqualTo(200);

      assertThat(api.callAs(api.tokenOf("editor"), "DELETE", path, null).status()).isEqualTo(404);
      assertThat(api.callAs(who, "DELETE", path, null).status()).isEqualTo(204);
      await().atMost(SOON).until(() -> me(secret(made)).status() == 401);
      assertThat(api.callAs(who, "DELETE", path, null).status()).isEqualTo(404);
    }
  }

  @Test
  void expires() {
    var made = make(api.token(), "t", "viewer");
    jdbc.sql("update api_token set expires_at = now() where id = :id::uuid")
        .param("id", made.json().path("id").asString())
        .update();

    assertThat(me(secret(made)).status()).isEqualTo(401);
  }

  @Test
  void remembersItsLastUseWithoutAWriteEachTime() {
    var made = make(api.token(), "t", "viewer");
    var id = UUID.fromString(made.json().path("id").asString());
    for (int i = 0; i < 20; i++) {
      assertThat(me(secret(made)).status()).isEqualTo(200);
    }
    var before = versionOf(id);
    api.bean(TokenHolders.class).forget();
    assertThat(me(secret(made)).status()).isEqualTo(200);

    assertThat(versionOf(id)).isEqualTo(before).doesNotEndWith("never");
  }

  /** Another one after each write. */
  private String versionOf(UUID id) {
    return jdbc.sql(
            """
            select xmin || ' ' || coalesce(last_used_at::text, 'never')
            from api_token where id = :id
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void areAHundredAtMostForOneUser() {
    var name = api.addUser("viewer");
    var session = session(name);
    jdbc.sql(
            """
            insert into api_token (id, hash, user_id, name, role, expires_at)
            select gen_random_uuid(), sha256(u.username::bytea || n::text::bytea), u.id, 't',
              'VIEWER', now() + make_interval(days => n)
            from app_user u, generate_series(-1, 98) n where u.username = :name
            """)
        .param("name", name)
        .update();

    // Two of them have expired.
    assertThat(make(session, "99", "viewer").status()).isEqualTo(201);
    assertThat(make(session, "100", "viewer").status()).isEqualTo(201);
    var refused = make(session, "101", "viewer");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asString()).contains("100 tokens");
  }

  @Test
  void refusesWhatIsWrong() {
    var body = Map.of("name", " ", "role", "owner", "expires_in_days", 0, "id", "x");
    assertThat(api.post("/api/tokens", body).wrongFields())
        .containsExactlyInAnyOrder("name", "role", "expires_in_days", "id");
    assertThat(me("gzt_" + "A".repeat(43)).status()).isEqualTo(401);
    assertThat(me("gzt_").status()).isEqualTo(401);
    assertThat(api.get("/api/tokens?cursor=x").status()).isEqualTo(400);
  }

  private String session(String name) {
    return api.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
  }

  private Answer make(String as, String name, String role) {
    return api.callAs(as, "POST", "/api/tokens/", Map.of("name", name, "role", role));
  }

  private static String secret(Answer made) {
    return made.json().path("token").asString();
  }

  private Answer me(String token) {
    return api.callAs(token, "GET", "/api/auth/me", null);
  }

  private static Instant days(int number) {
    return Instant.now().plus(Duration.ofDays(number));
  }
}
