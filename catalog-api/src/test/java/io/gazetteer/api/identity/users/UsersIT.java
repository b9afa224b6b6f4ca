package io.gazetteer.api.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class UsersIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String OTHER_PASSWORD = "quite-another-password";

  private final TestApi api = TestApi.shared();

  @Test
  void makesShowsListsAndRemovesUsers() {
    var name = "Zoë.of-the@end_" + UUID.randomUUID();
    var made = add(name, TestApi.USER_PASSWORD, "editor");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().propertyNames())
        .containsExactlyInAnyOrder("id", "username", "role", "disabled");
    var path = made.header("Location");
    assertThat(api.get(path + "/").json()).isEqualTo(made.json());
    assertThat(names()).contains(name).isSorted();
    assertThat(api.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.call("DELETE", path, null).status()).isEqualTo(404);
    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(401);
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    var path = "/api/users?limit=2";
    for (var next = path; next != null; ) {
      var page = api.get(next).json();
      page.path("users").forEach(user -> names.add(user.path("username").asString()));
      var cursor = page.path("next_cursor");
      next = cursor.isNull() ? null : path + "&cursor=" + cursor.asString();
    }
    return names;
  }

  @Test
  void refusesWhatIsWrong() {
    var body = Map.of("username", "a b", "password", "short", "role", "owner", "id", 7);
    var answer = api.post("/api/users/", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("username", "password", "role", "id");
    assertThat(answer.text()).doesNotContain("short\"");
    var path = "/api/users/" + idOf(api.addUser("viewer"));
    var change = api.call("PATCH", path, Map.of("disabled", "yes", "username", "x"));
    assertThat(change.wrongFields()).containsExactlyInAnyOrder("disabled", "username");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password1234", "123456789012", "qwertyuiop[]12", "aaaaaaaaaaaab"})
  void refusesCommonPasswords(String password) {
    assertThat(add("someone", password, "viewer").wrongFields()).containsExactly("password");
  }

  @Test
  void refusesANameThatDiffersInCaseOnly() {
    var name = api.addUser("viewer");
    var answer = add(name.toUpperCase(Locale.ROOT), TestApi.USER_PASSWORD, "viewer");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("username_taken");
  }

  @Test
  void disablingEndsTheSessions() {
    var name = api.addUser("editor");
    var session = api.logIn(name, TestApi.USER_PASSWORD);
    var token = access(session);
    assertThat(me(token).status()).isEqualTo(200);

    assertThat(patch(name, Map.of("disabled", true)).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> me(token).status() == 401);
    assertThat(refresh(session).status()).isEqualTo(401);
    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(401);

    assertThat(patch(name, Map.of("disabled", false)).status()).isEqualTo(200);
    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(200);
    assertThat(me(token).status()).isEqualTo(401);
  }

  @Test
  void aLoginRenewsAHashThatCostLess() {
    var name = api.addUser("viewer");
    var jdbc = api.bean(JdbcClient.class);
    jdbc.sql("update app_user set password_hash = :hash where username = :name")
        .param("hash", new PasswordHashes(PasswordHashes.LEAST_PASSES).hash(TestApi.USER_PASSWORD))
        .param("name", name)
        .update();
    assertThat(api.logIn(name, OTHER_PASSWORD).status()).isEqualTo(401);
    assertThat(hashOf(name)).contains(",t=2,");

    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(200);

    assertThat(hashOf(name)).contains(",t=3,");
    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(200);
  }

  private String hashOf(String name) {
    return api.bean(JdbcClient.class)
        .sql("select password_hash from app_user where username = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  @Test
  void removingEndsTheSessions() {
    var name = api.addUser("editor");
    var token = access(api.logIn(name, TestApi.USER_PASSWORD));

    assertThat(api.call("DELETE", "/api/users/" + idOf(name), null).status()).isEqualTo(204);
    await().atMost(SOON).until(() -> me(token).status() == 401);
  }

  @Test
  void anotherRoleCountsAtOnce() {
    var name = api.addUser("admin");
    var token = access(api.logIn(name, TestApi.USER_PASSWORD));
    assertThat(api.callAs(token, "GET", "/api/users", null).status()).isEqualTo(200);

    assertThat(patch(name, Map.of("role", "viewer")).json().path("role").asString())
        .isEqualTo("viewer");
    await().atMost(SOON).until(() -> api.callAs(token, "GET", "/api/users", null).status() == 403);
  }

  @Test
  void changesOnesOwnPasswordAndEndsTheSessions() {
    var name = api.addUser("viewer");
    var session = api.logIn(name, TestApi.USER_PASSWORD);
    var token = access(session);

    assertThat(change(token, "wrong-password", OTHER_PASSWORD).wrongFields())
        .containsExactly("current_password");
    assertThat(change(token, TestApi.USER_PASSWORD, name).wrongFields())
        .containsExactly("new_password");
    assertThat(change(token, TestApi.USER_PASSWORD, OTHER_PASSWORD).status()).isEqualTo(204);

    await().atMost(SOON).until(() -> me(token).status() == 401);
    assertThat(refresh(session).status()).isEqualTo(401);
    assertThat(api.logIn(name, TestApi.USER_PASSWORD).status()).isEqualTo(401);
    assertThat(api.logIn(name, OTHER_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordFromAnAdministratorEndsTheSessions() {
    var name = api.addUser("viewer");
    var token = access(api.logIn(name, TestApi.USER_PASSWORD));

    assertThat(patch(name, Map.of("password", OTHER_PASSWORD)).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> me(token).status() == 401);
    assertThat(api.logIn(name, OTHER_PASSWORD).status()).isEqualTo(200);
  }

  /** Passwords are hashed in turns, so that seconds pass between the check and the change. */
  @Test
  void nobodyChangesUsersWhoIsNoAdministratorWhenItIsDone() {
    var accounts = api.bean(Accounts.class);
    var users = api.bean(Users.class);
    var name = api.addUser("admin");
    var id = users.find(name).orElseThrow().id();
    patch(name, Map.of("role", "viewer"));
    var caller = Caller.ofSession(id, name, Role.ADMIN);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(caller, ""));
    try {
      var promotion = new Accounts.Change(Role.ADMIN, null, null, false);
      assertThatThrownBy(() -> accounts.change(id, promotion))
          .isInstanceOf(AccountChangedException.class);
      assertThatThrownBy(() -> accounts.add("late-" + UUID.randomUUID(), "hash", Role.ADMIN))
          .isInstanceOf(AccountChangedException.class);
      assertThatThrownBy(() -> accounts.delete(id)).isInstanceOf(AccountChangedException.class);
    } finally {
      SecurityContextHolder.clearContext();
    }
    assertThat(users.find(name).orElseThrow().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void nobodyOvertakesAnAdministratorWhoSetsAPassword() {
    var accounts = api.bean(Accounts.class);
    var name = api.addUser("viewer");
    var verified = api.bean(Users.class).find(name).orElseThrow();
    patch(name, Map.of("password", OTHER_PASSWORD));

    assertThatThrownBy(() -> accounts.changeOwnPassword(verified, "of the thief"))
        .isInstanceOf(AccountChangedException.class);
    assertThat(api.logIn(name, OTHER_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void alwaysLeavesAnAdministrator() throws Exception {
    var jdbc = api.bean(JdbcClient.class);
    var others =
        jdbc.sql(
                """
                update app_user set disabled = true where role = 'ADMIN' and not disabled
                returning id
                """)
            .query(UUID.class)
            .list();
    try {
      var accounts = api.bean(Accounts.class);
      for (int i = 0; i < 20; i++) {
        var left = accounts.add("left." + UUID.randomUUID(), "no-hash", Role.ADMIN);
        var right = accounts.add("right." + UUID.randomUUID(), "no-hash", Role.ADMIN);
        assertThat(refusals(removal(accounts, left, i), removal(accounts, right, i + 1)))
            .isEqualTo(1);
        assertThat(admins(jdbc)).isEqualTo(1);
        jdbc.sql("update app_user set disabled = true where id in (:ids)")
            .param("ids", List.of(left, right))
            .update();
      }
    } finally {
      jdbc.sql("update app_user set disabled = false where id in (:ids)")
          .param("ids", others)
          .update();
    }
  }

  private static Runnable removal(Accounts accounts, UUID id, int way) {
    return switch (way % 3) {
      case 0 -> () -> accounts.delete(id);
      case 1 -> () -> accounts.change(id, new Accounts.Change(null, true, null, false));
      default -> () -> accounts.change(id, new Accounts.Change(Role.EDITOR, null, null, false));
    };
  }

  private static long refusals(Runnable... removals) throws Exception {
    var start = new CyclicBarrier(removals.length);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<Boolean>>();
      for (Runnable removal : removals) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    removal.run();
                    return false;
                  } catch (LastAdminException e) {
                    return true;
                  }
                }));
      }
      long refused = 0;
      for (var result : results) {
        refused += result.get() ? 1 : 0;
      }
      return refused;
    }
  }

  private static long admins(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from app_user where role = 'ADMIN' and not disabled")
        .query(Long.class)
        .single();
  }

  private Answer add(String name, String password, String role) {
    return api.post("/api/users", Map.of("username", name, "password", password, "role", role));
  }

  private Answer patch(String name, Map<String, ?> body) {
    return api.call("PATCH", "/api/users/" + idOf(name), body);
  }

  private UUID idOf(String name) {
    return api.bean(Users.class).find(name).orElseThrow().id();
  }

  private Answer change(String token, String current, String wished) {
    var body = Map.of("current_password", current, "new_password", wished);
    return api.callAs(token, "POST", "/api/auth/password/", body);
  }

  private Answer me(String token) {
    return api.callAs(token, "GET", "/api/auth/me", null);
  }

  private Answer refresh(Answer session) {
    var body = Map.of("refresh_token", session.json().path("refresh_token").asString());
    return api.send("POST", "/api/auth/refresh", body, Map.of("Content-Type", "application/json"));
  }

  private static String access(Answer session) {
    return session.json().path("access_token").asString();
  }
}
