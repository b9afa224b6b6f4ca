package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Browser;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.testing.TestServers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection test takes seconds, in which whoever began it may lose their rights. */
class SlowCheckIT {
  private static final String PATH = "/api/db-credentials/";

  private static ConfigurableApplicationContext context;
  private static TestApi api;

  private final DatabaseServer server = TestServers.catalog();
  private final String database = "slow_check_" + UUID.randomUUID().toString().substring(0, 8);
  private String editor = "";
  private String token = "";

  /** A process that waits for a server until everyone has noticed a new role. */
  @BeforeAll
  static void start() {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("gazetteer.source.connect", "7s");
    context = TestApi.start(settings);
    api = TestApi.of(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void logIn() {
    editor = api.addUser("editor");
    token = api.logIn(editor, TestApi.USER_PASSWORD).json().path("access_token").asString();
  }

  @ParameterizedTest
  @CsvSource({"disabled, true", "role, viewer"})
  void registersNothingForWhomMayNotAnyMore(String field, String value) throws Exception {
    try (var gate = new Gate(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var registered = register(gate, threads);
      gate.awaitSomebody();
      change(Map.of(field, value.equals("true") ? true : value));
      await().until(() -> api.callAs(token, "GET", PATH, null).status() >= 400);
      gate.open();
      assertThat(registered.get()).isEqualTo(403);
    }
    assertThat(isRegistered()).isFalse();
  }

  @Test
  void registersForWhomMayStill() throws Exception {
    try (var gate = new Gate(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var registered = register(gate, threads);
      gate.awaitSomebody();
      gate.open();
      assertThat(registered.get()).isEqualTo(201);
    }
    assertThat(isRegistered()).isTrue();
  }

  @Test
  void aFormRegistersNothingEither() throws Exception {
    server.createDatabase(database);
    var page = Browser.of(api, editor, TestApi.USER_PASSWORD).get("/databases/new");
    try (var gate = new Gate(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var fields = new HashMap<String, String>();
      fields(gate).forEach((name, value) -> fields.put(name, value.toString()));
      fields.put("do", "add");
      var sent =
          threads.submit(() -> page.submit("main form[action$=databases/new]", fields).status());
      gate.awaitSomebody();
      change(Map.of("disabled", true));
      gate.open();
      assertThat(sent.get()).isEqualTo(422);
    }
    assertThat(isRegistered()).isFalse();
  }

  private Future<Integer> register(Gate gate, ExecutorService threads) {
    server.createDatabase(database);
    return threads.submit(
        () -> api.callAs(token, "POST", PATH + "?test=true", fields(gate)).status());
  }

  private Map<String, Object> fields(Gate gate) {
    var fields = Credentials.named(database);
    fields.putAll(
        Map.of(
            "hostname",
            "127.0.0.1",
            "port",
            gate.port(),
            "username",
            server.username(),
            "password",
            server.password(),
            "db_type",
            "PostgreSQL"));
    return fields;
  }

  private void change(Map<String, Object> change) {
    var id = api.callAs(token, "GET", "/api/auth/me", null).json().path("id").asString();
    assertThat(api.call("PATCH", "/api/users/" + id, change).status()).isEqualTo(200);
  }

  private boolean isRegistered() {
    return api.bean(JdbcClient.class)
        .sql("select exists (select from data_source where db_name = ?)")
        .param(database)
        .query(Boolean.class)
        .single();
  }
}
