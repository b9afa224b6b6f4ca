package io.gazetteer.api.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AuditIT {
  private final TestApi api = TestApi.shared();

  @Test
  void saysWhoDidWhatFromWhere() {
    var name = api.addUser("editor");
    var event = newest("user_created");

    assertThat(event.path("actor").asString()).isEqualTo("admin");
    assertThat(event.path("actor_id").asString()).hasSize(36);
    assertThat(event.path("via").asString()).isEqualTo("session");
    assertThat(event.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(event.path("target").asString()).hasSize(36);
    assertThat(event.path("at").asString()).endsWith("Z");
    assertThat(event.path("details").path("username").asString()).isEqualTo(name);
    assertThat(event.path("details").path("role").asString()).isEqualTo("editor");
  }

  @Test
  void givesAllEventsAsRows() {
    var name = api.addUser("editor");

    var rows = api.get("/api/audit?action=user_created&format=csv");

    assertThat(rows.header("Content-Type")).startsWith("text/csv");
    assertThat(rows.text().lines().findFirst())
        .contains("at,actor,via,address,action,target,details,issuer,subject");
    assertThat(rows.text()).contains("admin,session,127.0.0.1,user_created,", name);
  }

  @Test
  void findsEventsOfATime() {
    var name = api.addUser("viewer");
    api.logIn(name, TestApi.USER_PASSWORD);
    var all = events("actor=" + name);
    var at = all.getFirst().path("at").asString();

    assertThat(events("actor=" + name + "&since=" + at)).contains(all.getFirst());
    assertThat(events("actor=" + name + "&until=" + at)).doesNotContain(all.getFirst());
    assertThat(events("actor=" + name + "&since=2020-01-01T00:00:00Z&until=9999-01-01T00:00:00Z"))
        .isEqualTo(all);
    assertThat(api.get("/api/audit?since=yesterday").status()).isEqualTo(400);
    assertThat(api.get("/api/audit?format=csv&until=2020-01-01T00:00:00Z").text().lines())
        .hasSize(1);
  }

  private List<JsonNode> events(String query) {
    return api.get("/api/audit?" + query).json().path("events").valueStream().toList();
  }

  @Test
  void knowsLoginsAndFailures() {
    var name = api.addUser("viewer");
    api.logIn(name, TestApi.USER_PASSWORD);
    assertThat(newest("logged_in").path("actor").asString()).isEqualTo(name);

    api.logIn(name, "a-wrong-password");
    var failed = newest("login_failed");
    assertThat(failed.path("actor").isNull()).isTrue();
    assertThat(failed.path("target").asString()).isEqualTo(name);

    api.bean(RepeatableEvents.class).endAll();
    api.logIn("perhaps-my-password", "x");
    assertThat(newest("login_failed").toString()).doesNotContain("perhaps-my-password");
    assertThat(newest("login_failed").path("target").isNull()).isTrue();
  }

  @Test
  void knowsWhatIsRefused() {
    var viewer = api.tokenOf("viewer");
    api.callAs(viewer, "DELETE", "/api/users/" + UUID.randomUUID(), null);
    var refused = newest("call_refused");
    assertThat(refused.path("target").asString()).isEqualTo("DELETE /api/users/{id}");
    assertThat(refused.path("actor").asString()).startsWith("viewer-");
    assertThat(refused.at("/details/role").asString()).isEqualTo("viewer");

    var name = api.addUser("editor");
    var tokens = api.logIn(name, TestApi.USER_PASSWORD).json();
    var session = tokens.path("access_token").asString();
    var body = Map.of("current_password", "a-wrong-one", "new_password", "My-new-phrase-41");
    assertThat(api.callAs(session, "POST", "/api/auth/password", body).status()).isEqualTo(400);
    assertThat(newest("password_refused").path("actor").asString()).isEqualTo(name);

    var refresh = Map.of("refresh_token", tokens.path("refresh_token").asString());
    api.post("/api/auth/logout", refresh);
    assertThat(api.callAs(session, "GET", "/api/auth/me", null).status()).isEqualTo(401);
    var over = newest("session_refused");
    assertThat(over.at("/details/username").asString()).isEqualTo(name);
    assertThat(over.path("address").asString()).isEqualTo("127.0.0.1");
    api.bean(RepeatableEvents.class).endAll();
    assertThat(api.post("/api/auth/refresh", refresh).status()).isEqualTo(401);
    assertThat(newest("session_refused").path("id").asLong())
        .isGreaterThan(over.path("id").asLong());
  }

  @Test
  void knowsWhoTestsConnections() {
    var body = Credentials.named("audited-" + UUID.randomUUID());
    body.put("hostname", "169.254.169.254");
    var editor = api.tokenOf("editor");
    assertThat(api.callAs(editor, "POST", "/api/db-credentials/test", body).code())
        .isEqualTo("target_not_allowed");
    var forbidden = newest("connection_tested");
    assertThat(forbidden.path("actor").asString()).startsWith("editor-");
    assertThat(forbidden.at("/details/hostname").asString()).isEqualTo("169.254.169.254");
    assertThat(forbidden.at("/details/result").asString()).isEqualTo("target_not_allowed");
    assertThat(forbidden.at("/details/stored_password").asBoolean()).isFalse();

    var source =
        new RegisteredDataSources(api).register("audited-" + UUID.randomUUID(), "127.0.0.1");
    api.callAs(editor, "POST", "/api/db-credentials/" + source + "/test", null);
    var stored = newest("connection_tested");
    assertThat(stored.path("target").asString()).isEqualTo(source.toString());
    assertThat(stored.at("/details/stored_password").asBoolean()).isTrue();
    // What editors are not told, those who read the audit are.
    assertThat(stored.at("/details/result").asString()).isNotEqualTo("unreachable");
    assertThat(everyEvent()).doesNotContain(Credentials.PASSWORD);
  }

  @Test
  void countsWhatIsRepeatedInsteadOfKeepingItAll() {
    var events = api.bean(RepeatableEvents.class);
    var name = api.addUser("viewer");
    var token = api.logIn(name, TestApi.USER_PASSWORD).json().path("access_token").asString();
    events.endAll();
    for (int i = 0; i < 300; i++) {
      assertThat(api.callAs(token, "GET", "/api/users", null).status()).isEqualTo(403);
    }
    assertThat(refusalsOf(name)).hasSize(1);

    events.endAll();

    assertThat(refusalsOf(name)).hasSize(2);
    assertThat(refusalsOf(name).getFirst().at("/details/more").asInt()).isEqualTo(299);
  }

  private List<JsonNode> refusalsOf(String name) {
    return api.get("/api/audit?action=call_refused&actor=" + name)
        .json()
        .path("events")
        .valueStream()
        .toList();
  }

  @Test
  void knowsWhoMadeTheFirstAdministrator() {
    var made =
        api.bean(JdbcClient.class)
            .sql(
                """
                select via from audit_event
                where action = 'user_created' and details ->> 'username' = 'admin'
                """)
            .query(String.class)
            .list();
    assertThat(made).containsExactly("console");
  }

  @Test
  void knowsWhoStartsAndStopsCrawls() {
    var source = new RegisteredDataSources(api).crawled("audited-" + UUID.randomUUID());
    var crawl = api.post("/api/db-credentials/" + source + "/crawls", null).json().path("id");
    assertThat(newest("crawl_started").path("target")).isEqualTo(crawl);

    api.post("/api/crawls/" + crawl.asString() + "/cancel", null);
    var cancelled = newest("crawl_cancelled");
    assertThat(cancelled.path("target")).isEqualTo(crawl);
    assertThat(cancelled.path("details").path("data_source_id").asString())
        .isEqualTo(source.toString());
  }

  @Test
  void knowsWhatWasDoneToRegisteredDatabases() {
    var body = Credentials.named("audited-" + UUID.randomUUID());
    var id = api.post("/api/db-credentials", body).json().path("id");
    var registered = newest("credentials_registered");
    assertThat(registered.path("target")).isEqualTo(id);
    assertThat(registered.path("details").path("db_name").asString())
        .isEqualTo(body.get("db_name"));

    var path = "/api/db-credentials/" + id.asString();
    var change = Map.of("password", "Another-Canary-77", "schedule", "off");
    assertThat(api.call("PATCH", path, change).status()).isEqualTo(200);
    assertThat(newest("credentials_changed").path("details").path("schedule").asString())
        .isEqualTo("off");
    assertThat(newest("credentials_password_changed").path("target")).isEqualTo(id);
    assertThat(api.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(newest("credentials_deleted").path("target")).isEqualTo(id);

    assertThat(everyEvent()).doesNotContain("Another-Canary-77", Credentials.PASSWORD);
  }

  @Test
  void knowsTokensAndKeysAndTellsNoSecret() {
    var made = api.post("/api/tokens", Map.of("name", "audited", "role", "viewer")).json();
    assertThat(newest("api_token_created").path("target")).isEqualTo(made.path("id"));
    api.call("DELETE", "/api/tokens/" + made.path("id").asString(), null);
    assertThat(newest("api_token_revoked").path("target")).isEqualTo(made.path("id"));

    var key = api.post("/api/signing-keys", null).json().path("current");
    assertThat(newest("signing_key_rotated").path("target")).isEqualTo(key);

    api.post("/api/dead-letters/replay", Map.of());
    assertThat(newest("dead_letters_replayed").path("actor").asString()).isEqualTo("admin");

    assertThat(everyEvent())
        .doesNotContain(
            made.path("token").asString(), TestApi.ADMIN_PASSWORD, TestApi.USER_PASSWORD);
  }

  private String everyEvent() {
    return api.bean(JdbcClient.class)
        .sql("select string_agg(e::text, ' ') from audit_event e")
        .query(String.class)
        .single();
  }

  @Test
  void keepsNoEventOfWhatWasNotDone() {
    var before = newest("user_created");
    var name = api.addUser("viewer");
    var created = newest("user_created");
    var body = Map.of("username", name, "password", TestApi.USER_PASSWORD, "role", "admin");

    assertThat(api.post("/api/users", body).status()).isEqualTo(409);
    assertThat(newest("user_created")).isEqualTo(created).isNotEqualTo(before);
  }

  @Test
  void givesAllEventsInPages() {
    var name = api.addUser("viewer");
    for (int i = 0; i < 3; i++) {
      api.logIn(name, TestApi.USER_PASSWORD);
    }
    var ids = new ArrayList<Long>();
    var path = "/api/audit/?limit=2&actor=" + name;
    for (var next = path; next != null; ) {
      var page = api.get(next).json();
      page.path("events").forEach(event -> ids.add(event.path("id").asLong()));
      var cursor = page.path("next_cursor");
      next = cursor.isNull() ? null : path + "&cursor=" + cursor.asString();
    }

    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(ids.reversed()).isSorted();
    assertThat(api.get("/api/audit?cursor=x&limit=0").wrongFields())
        .containsExactlyInAnyOrder("limit", "cursor");
    assertThat(api.get("/api/audit?actor=%00").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set actor = 'someone else'",
        "delete from audit_event",
        "truncate audit_event"
      })
  void theDatabaseRefusesToForget(String statement) {
    var jdbc = api.bean(JdbcClient.class);

    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
  }

  private JsonNode newest(String action) {
    List<JsonNode> events =
        api.get("/api/audit?limit=1&action=" + action).json().path("events").valueStream().toList();
    assertThat(events).as(action).hasSize(1);
    return events.getFirst();
  }
}
