package io.gazetteer.api.sources.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.catalog.DatabaseIdentities;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseIdentity;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Data sources are on servers that are not Gazetteer's own. */
class ConnectionCheckIT {
  private static final String PATH = "/api/db-credentials/";
  private static final String PASSWORD = "Canary-71c0!";

  private final TestApi api = TestApi.shared();

  @Test
  void saysWhatAPostgresUserLacksAndHowToGrantIt() throws SQLException {
    var server = TestServers.catalog();
    var database = "grants \"1\" " + UUID.randomUUID();
    server.createDatabase(database);
    var user = "reader \"of\" " + database.substring(11, 19);
    execute(
        server,
        database,
        "create role %s login password '%s'".formatted(quoted(user), PASSWORD),
        "revoke connect on database %s from public".formatted(quoted(database)),
        "create schema \"Sa\"\"les\"",
        "create table \"Sa\"\"les\".orders (id int)",
        "create view \"Sa\"\"les\".v as select 1 as a");
    var body = body(server, "PostgreSQL", database, user);

    var closed = test(body);
    assertThat(problem(closed)).isEqualTo("permission_denied");
    execute(server, database, grants(closed).getFirst());

    var hidden = test(body);
    assertThat(problem(hidden)).isEqualTo("permission_denied");
    assertThat(hidden.at("/visible/tables").asInt()).isZero();
    execute(server, database, grants(hidden).toArray(String[]::new));

    var granted = test(body);
    assertThat(granted.path("ok").asBoolean()).isTrue();
    assertThat(granted.path("problem").isNull()).isTrue();
    assertThat(granted.path("server_version").asString()).isNotEmpty();
    assertThat(granted.at("/visible/schemas").asInt()).isEqualTo(2);
    assertThat(granted.at("/visible/tables").asInt()).isEqualTo(2);
  }

  @Test
  void saysWhatAMariaDbUserLacksAndHowToGrantIt() throws SQLException {
    var server = TestServers.mariaDb();
    var database = "grants_%_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    var user = "o'reader" + database.substring(9);
    execute(
        server,
        "mysql",
        "create user '%s'@'%%' identified by '%s'".formatted(user.replace("'", "''"), PASSWORD),
        "create table `%s`.orders (id int)".formatted(database));
    var body = body(server, "MariaDB", database, user);

    var closed = test(body);
    assertThat(problem(closed)).isEqualTo("permission_denied");
    execute(server, "mysql", grants(closed).toArray(String[]::new));

    var granted = test(body);
    assertThat(granted.path("ok").asBoolean()).isTrue();
    assertThat(granted.path("server_version").asString()).contains("MariaDB");
    assertThat(granted.at("/visible/tables").asInt()).isEqualTo(1);
    assertThat(granted.path("server_version").asString()).doesNotStartWith("5.5.5-");
    assertThat(grants(granted)).isEmpty();
    assertThat(warnings(granted)).isEmpty();
    assertThat(warnings(test(with(body, "db_type", "MySQL")))).containsExactly("other_kind");
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    var server = TestServers.catalog();
    var body = body(server, "PostgreSQL", "postgres", server.username());
    body.put("password", server.password());
    assertThat(test(body).path("ok").asBoolean()).isTrue();

    assertThat(problem(test(with(body, "hostname", "no.such.host.invalid"))))
        .isEqualTo("host_not_found");
    assertThat(problem(test(with(body, "port", FreePorts.free())))).isEqualTo("connection_refused");
    assertThat(problem(test(with(body, "password", PASSWORD)))).isEqualTo("authentication_failed");
    assertThat(problem(test(with(body, "db_name", "none")))).isEqualTo("database_not_found");
    assertThat(problem(test(with(body, "tls_mode", "require")))).isEqualTo("tls_unavailable");
    var other = test(with(body, "db_type", "MySQL"));
    assertThat(problem(other)).isEqualTo("wrong_database_type");
    assertThat(other.at("/problem/message").asString()).contains("set db_type to PostgreSQL");
    assertThat(grants(other)).isEmpty();
    try (var silent = silentServer()) {
      assertThat(problem(test(with(body, "port", silent.getLocalPort())))).isEqualTo("timeout");
    }
  }

  @Test
  void namesTheServerThatWasFoundAndTheNameThatWasMeant() throws SQLException {
    var mariaDb = TestServers.mariaDb();
    var other = body(mariaDb, "PostgreSQL", "mysql", mariaDb.username());
    assertThat(test(other).at("/problem/message").asString()).contains("set db_type to MariaDB");

    var suffix = UUID.randomUUID().toString().substring(0, 8);
    var postgres = TestServers.catalog();
    postgres.createDatabase("Chinook_" + suffix);
    mariaDb.createDatabase("Chinook_" + suffix);
    for (var server : List.of(postgres, mariaDb)) {
      var type = server.equals(postgres) ? "PostgreSQL" : "MariaDB";
      var body = body(server, type, "chinook_" + suffix, server.username());
      body.put("password", server.password());

      var missing = test(body);

      assertThat(problem(missing)).isEqualTo("database_not_found");
      assertThat(missing.at("/problem/message").asString()).contains("there is Chinook_" + suffix);
    }
  }

  @Test
  void takesALongTokenAndNoPassword() throws SQLException {
    var server = TestServers.catalog();
    var database = "tokens_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    var token = "Canary-".repeat(220);
    execute(
        server,
        database,
        "create role %s_token login password '%s'".formatted(database, token),
        "create table t (a int)",
        "create role %s_closed login".formatted(database));
    var body = body(server, "PostgreSQL", database, database + "_token");
    body.put("password", token);
    assertThat(test(body).path("ok").asBoolean()).isTrue();

    var without = with(body, "username", database + "_closed");
    without.put("password", "");
    assertThat(problem(test(without))).isEqualTo("authentication_failed");

    var mariaDb = TestServers.mariaDb();
    mariaDb.createDatabase(database);
    execute(
        mariaDb,
        database,
        "create table t (a int)",
        "create user %s@'%%' identified by ''".formatted(database),
        "grant select on %s.* to %s@'%%'".formatted(database, database));
    var open = body(mariaDb, "MariaDB", database, database);
    open.put("password", "");
    var report = test(open);
    assertThat(report.path("ok").asBoolean()).isTrue();
    assertThat(warnings(report)).containsExactly("no_password");
  }

  @Test
  void tellsBeforehandOfADatabaseThatTakesAnyBytes() throws SQLException {
    var server = TestServers.catalog();
    var database = "ascii_" + UUID.randomUUID().toString().substring(0, 8);
    execute(
        server,
        "postgres",
        "create database %s encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'"
                .formatted(database)
            + " locale_provider libc");
    execute(
        server,
        database,
        "do $$ begin execute format('create schema %I', 'caf' || chr(233)); end $$");
    var body = body(server, "PostgreSQL", database, server.username());
    body.put("password", server.password());

    var report = test(body);

    assertThat(report.path("ok").asBoolean()).isTrue();
    assertThat(warnings(report)).containsExactly("any_bytes");
  }

  @Test
  void noticesTheSameDatabaseUnderAnotherName() throws Exception {
    var server = TestServers.catalog();
    var database = "twin_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    execute(server, database, "create role %s login password '%s'".formatted(database, PASSWORD));
    var body = body(server, "PostgreSQL", database, database);
    var first = api.post(PATH + "?test=true", body);
    var id = UUID.fromString(id(first));
    try (var connection =
        api.bean(SourceConnections.class)
            .open(
                new SourceAddress(
                    DatabaseKind.POSTGRESQL,
                    server.host(),
                    server.port(),
                    database,
                    database,
                    TlsSettings.DEFAULTS),
                PASSWORD,
                SourceTimeouts.defaults())) {
      var identity = DatabaseIdentity.of(connection, DatabaseKind.POSTGRESQL).orElseThrow();
      assertThat(api.bean(DatabaseIdentities.class).store(id, identity)).isEmpty();
    }

    var twin = with(body, "hostname", "localhost");
    var report = test(twin);
    assertThat(warnings(report)).containsExactly("same_database");
    assertThat(report.at("/warnings/0/id").asString()).isEqualTo(id.toString());
    var refused = api.post(PATH + "?test=true", twin);
    assertThat(refused.code()).isEqualTo("already_registered");
    assertThat(refused.json().path("id").asString()).isEqualTo(id.toString());
    assertThat(warnings(api.post(PATH + id + "/test", null).json())).isEmpty();
  }

  private static List<String> warnings(JsonNode report) {
    return report.path("warnings").valueStream().map(one -> one.path("code").asString()).toList();
  }

  @Test
  void tellsEditorsNothingOfTheNetwork() throws IOException {
    var server = TestServers.catalog();
    var body = body(server, "PostgreSQL", "postgres", server.username());
    try (var silent = silentServer()) {
      var answers =
          Stream.of(
                  with(body, "port", FreePorts.free()),
                  with(body, "port", silent.getLocalPort()),
                  with(body, "hostname", "no.such.host.invalid"))
              .map(wrong -> api.callAs(api.tokenOf("editor"), "POST", PATH + "test", wrong).json())
              .map(answer -> answer.path("problem"))
              .distinct();
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void leavesPlacesForOthersHoweverManyOneCallerWants() throws Exception {
    var server = TestServers.catalog();
    var body = body(server, "PostgreSQL", "postgres", server.username());
    body.put("password", server.password());
    var greedy = api.logIn(api.addUser("editor"), TestApi.USER_PASSWORD).json();
    var token = greedy.path("access_token").asString();
    try (var silent = silentServer();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = with(body, "port", silent.getLocalPort());
      var answers = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 7; i++) {
        answers.add(threads.submit(() -> api.callAs(token, "POST", PATH + "test", slow)));
      }
      await().until(() -> answers.stream().filter(Future::isDone).count() == 3);
      assertThat(test(body).path("ok").asBoolean()).isTrue();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get().status());
        assertThat(answer.get().headers().firstValue("Retry-After").isPresent())
            .isEqualTo(answer.get().status() == 429);
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(3);
    }
    assertThat(api.callAs(token, "POST", PATH + "test", body).status()).isEqualTo(200);
  }

  @Test
  void keepsToTheNetworkPolicyAndToTheForm() {
    var body = body(TestServers.postgres(), "PostgreSQL", "postgres", "x");
    assertThat(api.post(PATH + "test", body).code()).isEqualTo("target_not_allowed");
    assertThat(api.post(PATH + "test", with(body, "port", 0)).wrongFields())
        .containsExactly("port");
  }

  @Test
  void registersOnlyWhatWorksWhenAskedToTest() {
    var server = TestServers.catalog();
    var database = "tested_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    var body = body(server, "PostgreSQL", database, server.username());
    long before = count();

    var refused = api.post(PATH + "?test=true", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("connection_failed");
    assertThat(refused.json().at("/test/problem/code").asString())
        .isEqualTo("authentication_failed");
    assertThat(count()).isEqualTo(before);

    var registered = api.post(PATH + "?test=true", with(body, "password", server.password()));
    assertThat(registered.status()).isEqualTo(201);
    var again = api.post(PATH + id(registered) + "/test", null);
    assertThat(again.json().path("ok").asBoolean()).isTrue();
    assertThat(api.post(PATH + UUID.randomUUID() + "/test", null).status()).isEqualTo(404);
    assertThat(api.post(PATH + "?test=maybe", body).wrongFields()).containsExactly("test");
  }

  @Test
  void listsTheDatabasesOfAServer() throws SQLException {
    var suffix = UUID.randomUUID().toString().substring(0, 8);
    for (var server : List.of(TestServers.catalog(), TestServers.mariaDb())) {
      var type = server.equals(TestServers.catalog()) ? "PostgreSQL" : "MariaDB";
      var names = List.of("listed a " + suffix, "listed_\"b\"_" + suffix);
      names.forEach(server::createDatabase);
      var body = body(server, type, names.getFirst(), server.username());
      body.put("password", server.password());
      var id = id(api.post(PATH, body));
      body.remove("db_name");

      var report = databases(body);

      assertThat(report.path("ok").asBoolean()).isTrue();
      assertThat(report.path("complete").asBoolean()).isTrue();
      assertThat(report.path("databases").valueStream().map(one -> one.path("db_name").asString()))
          .containsAll(names)
          .doesNotContain("template0", "template1", "mysql", "information_schema");
      var first = named(report, names.getFirst());
      assertThat(first.path("id").asString()).isEqualTo(id);
      assertThat(named(report, names.getLast()).path("id").isNull()).isTrue();
      assertThat(named(report, names.getLast()).path("may_connect").asBoolean()).isTrue();
    }
  }

  @Test
  void saysWhyDatabasesCannotBeListedAndWhichAreClosed() throws SQLException {
    var server = TestServers.catalog();
    var database = "closed_" + UUID.randomUUID().toString().substring(0, 8);
    server.createDatabase(database);
    execute(
        server,
        database,
        "create role %s login password '%s'".formatted(database, PASSWORD),
        "revoke connect on database %s from public".formatted(database));
    var body = body(server, "PostgreSQL", database, database);

    // The database that it asks for is closed, and another one is not.
    var report = databases(body);
    assertThat(report.path("ok").asBoolean()).isTrue();
    assertThat(named(report, database).path("may_connect").asBoolean()).isFalse();

    assertThat(problem(databases(with(body, "password", "wrong"))))
        .isEqualTo("authentication_failed");
    assertThat(
            problem(
                api.callAs(
                        api.tokenOf("editor"),
                        "POST",
                        PATH + "databases",
                        with(body, "port", FreePorts.free()))
                    .json()))
        .isEqualTo("unreachable");
    var forbidden = with(body, "hostname", "169.254.169.254");
    assertThat(api.post(PATH + "databases", forbidden).code()).isEqualTo("target_not_allowed");
    assertThat(api.post(PATH + "databases", Map.of()).wrongFields())
        .contains("hostname", "username", "password", "db_type")
        .doesNotContain("db_name");
  }

  private JsonNode databases(Map<String, Object> body) {
    var answer = api.post(PATH + "databases", body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode named(JsonNode report, String name) {
    return report
        .path("databases")
        .valueStream()
        .filter(one -> one.path("db_name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.toString()));
  }

  @Test
  void givesOthersNoMeansToScanPorts() throws IOException {
    var check = api.bean(ConnectionCheck.class);
    try (var silent = silentServer();
        var http = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerLikeAWebServer(http));
      var seen = new ArrayList<ConnectionReport>();
      var times = new ArrayList<Long>();
      for (int port : List.of(silent.getLocalPort(), http.getLocalPort(), FreePorts.free())) {
        var address =
            new SourceAddress(
                DatabaseKind.POSTGRESQL, "127.0.0.1", port, "db", "u", TlsSettings.DEFAULTS);
        long start = System.nanoTime();
        seen.add(check.run(address, Secret.of("x"), false));
        times.add((System.nanoTime() - start) / 1_000_000);
      }
      assertThat(seen.stream().distinct()).hasSize(1);
      assertThat(String.valueOf(seen.getFirst().problem())).contains("code=unreachable");
      assertThat(times).allMatch(millis -> millis >= 3_400 && millis < 5_000);
    }
  }

  private static void answerLikeAWebServer(ServerSocket server) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        client.getInputStream().readNBytes(8);
        client
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static ServerSocket silentServer() throws IOException {
    return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  private JsonNode test(Map<String, Object> body) {
    Answer answer = api.post(PATH + "test", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).doesNotContain("Canary");
    return answer.json();
  }

  private static String problem(JsonNode report) {
    assertThat(report.path("ok").asBoolean()).isFalse();
    return report.at("/problem/code").asString();
  }

  private static List<String> grants(JsonNode report) {
    return report.path("grants").valueStream().map(JsonNode::asString).toList();
  }

  private static Map<String, Object> body(
      DatabaseServer server, String type, String database, String user) {
    var body = new LinkedHashMap<String, Object>();
    body.put("hostname", server.host());
    body.put("port", server.port());
    body.put("db_name", database);
    body.put("username", user);
    body.put("password", PASSWORD);
    body.put("db_type", type);
    return body;
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(field, value);
    return changed;
  }

  private static void execute(DatabaseServer server, String database, String... statements)
      throws SQLException {
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String id(Answer answer) {
    return answer.json().path("id").asString();
  }

  private long count() {
    return api.bean(JdbcClient.class)
        .sql("select count(*) from data_source")
        .query(Long.class)
        .single();
  }
}
