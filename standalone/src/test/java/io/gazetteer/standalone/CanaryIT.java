package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.EveryPlace;
import io.gazetteer.standalone.support.Spellings;
import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Passwords go in wherever people type them, and come out nowhere. */
class CanaryIT {
  /** Part of every password, and plain ASCII, so that no encoding hides it. */
  private static final String CANARY = Targets.CANARY.substring(0, Targets.CANARY.length() - 1);

  private static final String WRONG = CANARY + "-wrong";

  private final Deployment deployment = Deployment.withTwoWorkers();
  private final ApiUser admin = deployment.admin();
  private final List<ApiUser> everyone = new ArrayList<>(List.of(admin));
  private final List<String> tokens = new ArrayList<>();

  @Test
  void noPasswordAndNoTokenIsEverSeenAgain() throws Exception {
    var kept = admin.registerAndCrawl(Targets.small("canary_kept"));
    for (var role : List.of("admin", "editor", "viewer")) {
      var user = newUser(role);
      typePasswordsAs(user, role);
      sendBrokenBodies(user, kept);
      tests(user, Targets.small("canary_test_" + role));
      typePasswordsAs(tokenOf(user, role), "token_of_" + role);
    }
    var nobody = stranger();
    typePasswordsAs(nobody, "nobody");
    sendBrokenBodies(nobody, kept);
    for (var token : List.of(CANARY, "gzt_" + CANARY, tokens.getFirst() + "x")) {
      assertThat(stranger().with(token).get("/api/db-credentials").status()).isEqualTo(401);
    }
    // Into the field before the right one.
    assertThat(nobody.logIn(CANARY, "").status()).isNotEqualTo(200);
    assertThat(nobody.logIn(CANARY, WRONG).status()).isEqualTo(401);
    failingCrawls();
    admin.waitForCrawl(crawl(admin.register(Targets.small("canary_last"))));
    assertThat(admin.get("/api/audit?limit=100").status()).isEqualTo(200);

    var canary = Spellings.of(CANARY);
    var secrets =
        new ArrayList<>(
            List.of(
                canary,
                Spellings.of(Deployment.PASSWORD),
                Spellings.of(deployment.setting("GAZETTEER_MASTER_KEY"))));
    tokens.stream().map(Spellings::of).forEach(secrets::add);
    assertThat(tokens).hasSize(9);
    var found = new ArrayList<>(new EveryPlace(deployment).thatHold(secrets));
    if (everyone.stream().anyMatch(user -> canary.areIn(user.everythingSeen()))) {
      found.add("answers");
    }
    assertThat(found).isEmpty();
  }

  private ApiUser newUser(String role) {
    var name = "canary-" + role;
    var password = CANARY + "-of-" + role;
    var body = Map.of("username", name, "password", password, "role", role);
    var created = admin.post("/api/users", body);
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    assertThat(admin.post("/api/users", body).status()).isEqualTo(409);
    var id = created.body().get("id").asString();
    var changed = Map.of("password", password + "-changed");
    assertThat(admin.call("PATCH", "/api/users/" + id, changed).status()).isEqualTo(200);

    var user = stranger();
    assertThat(user.logIn(name, WRONG).status()).isEqualTo(401);
    var login = user.logIn(name, password + "-changed");
    assertThat(login.status()).isEqualTo(200);
    tokens.add(login.body().get("access_token").asString());
    tokens.add(login.body().get("refresh_token").asString());
    var own =
        Map.of("current_password", password + "-changed", "new_password", password + "-of-its-own");
    assertThat(user.post("/api/auth/password", own).status()).isEqualTo(204);
    assertThat(user.logIn(name, password + "-of-its-own").status()).isEqualTo(200);
    return user;
  }

  private ApiUser stranger() {
    var user = deployment.stranger();
    everyone.add(user);
    return user;
  }

  private ApiUser tokenOf(ApiUser user, String role) {
    var made = user.post("/api/tokens", Map.of("name", "canary", "role", role));
    var token = made.body().get("token").asString();
    tokens.add(token);
    return stranger().with(token);
  }

  private void typePasswordsAs(ApiUser user, String name) {
    boolean mayRegister = !name.contains("viewer") && !name.equals("nobody");
    var database = Targets.small("canary_" + name);
    var registered = user.register(database);
    assertThat(registered.status() == 201).as("%s", registered).isEqualTo(mayRegister);
    var id = mayRegister ? registered.body().get("id").asString() : "0-0-0-0-0";
    if (mayRegister) {
      assertThat(state(user, crawl(registered))).isEqualTo("SUCCEEDED");
      read(user, database, id);
    }
    CanaryInputs.inOtherFields(database, CANARY)
        .forEach(
            body -> {
              assertThat(user.post("/api/db-credentials", body).status()).isIn(400, 401, 403);
              user.post("/api/db-credentials/test", body);
              body.remove("db_type");
              // This alone can be changed without the password, and is shown to all editors.
              body.remove("db_name");
              user.call("PATCH", "/api/db-credentials/" + id, body);
            });
    user.post("/api/users", Map.of("username", CANARY + " ", "password", "x", "role", CANARY));
    user.post("/api/tokens", Map.of("name", "x", "role", CANARY, "expires_in_days", CANARY));
    CanaryInputs.READS.forEach(
        path -> assertThat(user.get(path.formatted(CANARY)).status()).isLessThan(500));
    if (mayRegister) {
      assertThat(user.delete("/api/db-credentials/" + id).status()).isEqualTo(204);
    }
  }

  private static void sendBrokenBodies(ApiUser user, String id) {
    for (var write : CanaryInputs.WRITES) {
      var words = write.replace("ID", id).split(" ", -1);
      for (var body : CanaryInputs.brokenBodies(CANARY)) {
        assertThat(user.call(words[0], words[1], body).status()).as(write).isLessThan(500);
      }
    }
  }

  private static void tests(ApiUser user, TargetDatabase database) {
    var wrong = database.readBy(database.username(), WRONG);
    user.post("/api/db-credentials/test", database.body());
    // Who is no administrator waits as long as for a network that does not answer.
    user.post("/api/db-credentials/test", database.at(1).body());
    for (var tried : List.of(wrong, database.named("not_there"))) {
      user.post("/api/db-credentials/test", tried.body());
      var answer = user.post("/api/db-credentials/?test=true", tried.body());
      assertThat(answer.status()).as("%s", answer).isIn(403, 422);
    }
  }

  /** With a password that has become wrong, and where nobody listens. */
  private void failingCrawls() {
    var database = Targets.small("canary_failing");
    var id = admin.registerAndCrawl(database);
    var path = "/api/db-credentials/" + id;
    assertThat(admin.post(path + "/test", null).body().get("ok").asBoolean()).isTrue();
    admin.call("PATCH", path, Map.of("password", "****"));
    admin.call("PATCH", path, Map.of("hostname", "elsewhere.example"));
    assertThat(admin.call("PATCH", path, Map.of("password", WRONG)).status()).isEqualTo(200);
    assertThat(admin.post(path + "/test", null).body().get("ok").asBoolean()).isFalse();
    var wrong = crawl(admin.post(path + "/crawls", null));
    var unreachable = crawl(admin.register(database.at(1)));
    assertThat(state(admin, wrong)).isEqualTo("FAILED");
    assertThat(state(admin, unreachable)).isEqualTo("FAILED");
    for (var crawl : List.of(wrong, unreachable)) {
      for (var read : List.of("", "/failures", "/events")) {
        assertThat(admin.get("/api/crawls/" + crawl + read).status()).as(read).isEqualTo(200);
      }
    }
    read(admin, database, id);
  }

  private static void read(ApiUser user, TargetDatabase database, String id) {
    var path = "/api/db-credentials/" + id;
    Stream.of(
            path,
            path + "/crawls",
            path + "/changes",
            "/api/db-credentials",
            "/api/search/?q=small&explain=true",
            "/api/search-table/?table_name=small&id=" + id + "&db_name=" + database.name(),
            "/api/db-schema/?db_name=" + database.name() + "&id=" + id)
        .forEach(read -> assertThat(user.get(read).status()).as(read).isEqualTo(200));
  }

  private static String crawl(ApiUser.Answer answer) {
    var crawl = answer.body().path("crawl").path("id");
    return crawl.isMissingNode() ? answer.body().get("id").asString() : crawl.asString();
  }

  private static String state(ApiUser user, String crawl) {
    return user.waitForCrawl(crawl).path("state").asString();
  }
}
