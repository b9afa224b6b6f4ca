package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.SharedGazetteer;
import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What someone learns who registers nonsense, or a source that cannot be read. */
class FailingSourceIT {
  private static final ApiUser ADMIN = SharedGazetteer.admin();

  @Test
  void aSourceThatCannotBeReadFailsWithACodeToActOn() throws SQLException, IOException {
    var postgres = Targets.postgres("failing_pg");
    var mariaDb = Targets.mariaDb("failing_maria");
    var wrong = Targets.CANARY + "-wrong";
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var expected = new LinkedHashMap<TargetDatabase, String>();
      expected.put(postgres.readBy(postgres.username(), wrong), "authentication_failed");
      expected.put(mariaDb.readBy(mariaDb.username(), wrong), "authentication_failed");
      expected.put(postgres.at(FreePorts.free()), "unreachable");
      expected.put(mariaDb.at(FreePorts.free()), "unreachable");
      expected.put(postgres.at(silent.getLocalPort()), "timeout");
      expected.put(postgres.named("not_there"), "database_not_found");
      expected.put(blind(), "permission_denied");

      var crawls = new HashMap<String, String>();
      expected.forEach((database, code) -> crawls.put(registered(database), code));

      crawls.forEach(
          (crawl, code) -> {
            var ended = ADMIN.waitForCrawl(crawl);
            assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("FAILED");
            assertThat(ended.get("error").get("code").asString()).isEqualTo(code);
          });
    }
    assertThat(ADMIN.everythingSeen()).doesNotContain(Targets.CANARY);
  }

  private static String registered(TargetDatabase database) {
    var answer = ADMIN.register(database);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().get("crawl").get("id").asString();
  }

  /** Someone who may connect and see nothing. */
  private static TargetDatabase blind() throws SQLException {
    var server = TestServers.postgres();
    var database = Targets.empty("PostgreSQL", server, "blind_pg");
    database.execute("revoke usage on schema public from public");
    database.execute("create schema closed create table closed.secrets (x integer)");
    database.execute("create role blind login password '" + Targets.CANARY + "'");
    return database.readBy("blind", Targets.CANARY);
  }

  @Test
  void aBadRegistrationNamesTheFieldAndStoresNothing() {
    var good =
        new TargetDatabase("PostgreSQL", "db.example", 5432, "never", "reader", Targets.CANARY)
            .body();
    var bad =
        Map.<String, Object>of(
            "db_type", "oracle9000",
            "hostname", "host/x?y=1&z",
            "port", 70_000,
            "db_name", "",
            "username", "",
            "password", 7);
    bad.forEach(
        (field, value) -> {
          var body = new HashMap<>(good);
          body.put(field, value);
          var answer = ADMIN.post("/api/db-credentials/", body);
          assertThat(answer.status()).as(field).isEqualTo(400);
          assertThat(answer.body().get("errors").findValuesAsString("field")).contains(field);
        });
    var extra = new HashMap<>(good);
    extra.put("jdbc_url", "jdbc:h2:mem:x");
    assertThat(ADMIN.post("/api/db-credentials/", extra).status()).isEqualTo(400);
    assertThat(ADMIN.post("/api/db-credentials/", "{oops").status()).isEqualTo(400);

    assertThat(ADMIN.get("/api/db-credentials/").body().toString()).doesNotContain("never");
  }

  @Test
  void aWrongPasswordOrAForgedTokenIsRefused() {
    var stranger = new ApiUser(SharedGazetteer.get().url());

    assertThat(stranger.logIn("admin", "not the password").status()).isEqualTo(401);
    assertThat(stranger.get("/api/db-credentials/").status()).isEqualTo(401);
    assertThat(stranger.get("/api/health").status()).isEqualTo(200);
  }
}
