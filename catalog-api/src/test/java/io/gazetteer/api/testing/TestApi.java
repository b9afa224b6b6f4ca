package io.gazetteer.api.testing;

import io.gazetteer.api.CatalogApiApplication;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * One API process on real servers, shared by all tests of this JVM, and a client for it, which
 * holds every answer against the API's description.
 */
public final class TestApi {
  public static final String ADMIN_PASSWORD = "test-admin-password";
  public static final String USER_PASSWORD = "a-users-own-password";
  private static final Map<String, String> JSON_BODY = Map.of("Content-Type", "application/json");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static @Nullable TestApi shared;

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final @Nullable RenewedToken token;
  private final Map<String, RenewedToken> tokens = new ConcurrentHashMap<>();

  private TestApi(ConfigurableApplicationContext context, boolean takesAdmin) {
    this.context = context;
    this.url = "http://127.0.0.1:" + port(context);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> send("GET", "/api/health", null, Map.of()).status() == 200);
    this.token = takesAdmin ? new RenewedToken(() -> login("admin", ADMIN_PASSWORD)) : null;
  }

  public static synchronized TestApi shared() {
    if (shared == null) {
      shared = new TestApi(start(settings()), true);
    }
    return shared;
  }

  /** A client of another process. */
  public static TestApi of(ConfigurableApplicationContext context) {
    return new TestApi(context, true);
  }

  /** A client of a process that the administrator cannot log in to. */
  public static TestApi withoutAdmin(ConfigurableApplicationContext context) {
    return new TestApi(context, false);
  }

  /** The settings of the shared process; its database is made when first asked for. */
  public static Map<String, Object> settings() {
    var postgres = TestServers.postgres();
    var settings = new LinkedHashMap<String, Object>();
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    settings.put("spring.datasource.url", Database.url());
    settings.put("spring.datasource.username", postgres.username());
    settings.put("spring.datasource.password", postgres.password());
    settings.putAll(TestServers.kafka().springSettings());
    settings.putAll(TestServers.elasticsearch().springSettings());
    settings.put("gazetteer.keyset-file", Database.KEYSET.toString());
    settings.put("gazetteer.admin-password", ADMIN_PASSWORD);
    // Where the test servers are.
    settings.put("gazetteer.network.loopback", "true");
    settings.put("gazetteer.source.connect", "2s");
    settings.put("gazetteer.login.hash-passes", "3");
    settings.put("gazetteer.schedule.poll-interval", "1s");
    settings.put("gazetteer.metrics.interval", "2s");
    settings.put("gazetteer.vocabulary.gather", "50ms");
    settings.put("gazetteer.webhooks.first-pause", "50ms");
    settings.put("gazetteer.webhooks.longest-pause", "500ms");
    settings.put("gazetteer.webhooks.timeout", "5s");
    settings.put("gazetteer.webhooks.poll-interval", "200ms");
    settings.put("gazetteer.webhooks.stale-interval", "1s");
    // A process of its own tries it.
    settings.put("gazetteer.search.meaning", "off");
    return settings;
  }

  private static final class Database {
    static final Path KEYSET = keyset();

    static String url() {
      return TestServers.postgres().jdbcUrl(NAME);
    }

    private static final String NAME = create();

    private static String create() {
      TestServers.postgres().createDatabase("gazetteer_api");
      return "gazetteer_api";
    }

    private static Path keyset() {
      try {
        var folder = Files.createTempDirectory("gazetteer-api-test");
        var keyset = folder.resolve("keyset.json");
        folder.toFile().deleteOnExit();
        keyset.toFile().deleteOnExit();
        return keyset;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts a process; the caller closes it. */
  public static ConfigurableApplicationContext start(Map<String, Object> settings) {
    var application = new SpringApplication(CatalogApiApplication.class);
    // When the JVM ends, the servers it would say good-bye to are stopped at the same time.
    application.setRegisterShutdownHook(false);
    var arguments =
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return application.run(arguments);
  }

  public static int port(ConfigurableApplicationContext context) {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return server == null ? -1 : server.getPort();
  }

  /** A bean of the process, for what no request shows. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A bean of a type that there is more than one of. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public String url() {
    return url;
  }

  /** The access token of the administrator; it is good for minutes, so ask again. */
  public String token() {
    return token == null ? "" : token.get();
  }

  private String login(String username, String password) {
    return logIn(username, password).json().path("access_token").asString();
  }

  public Answer logIn(String username, String password) {
    return send(
        "POST", "/api/auth/login", Map.of("username", username, "password", password), JSON_BODY);
  }

  /** Makes a user of this role; returns the name. */
  public String addUser(String role) {
    var name = role + "-" + UUID.randomUUID();
    var answer =
        post("/api/users", Map.of("username", name, "password", USER_PASSWORD, "role", role));
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return name;
  }

  /** The access token of a user of this role, always the same user. */
  public String tokenOf(String role) {
    return tokens.computeIfAbsent(role, this::tokenOfNewUser).get();
  }

  private RenewedToken tokenOfNewUser(String role) {
    var name = addUser(role);
    return new RenewedToken(() -> login(name, USER_PASSWORD));
  }

  /** Calls with another token than the administrator's. */
  public Answer callAs(String other, String method, String path, @Nullable Object body) {
    return send(
        method,
        path,
        body,
        Map.of("Authorization", "Bearer " + other, "Content-Type", "application/json"));
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer post(String path, @Nullable Object body) {
    return call("POST", path, body);
  }

  /** Calls with the administrator's token; a body that is no String becomes JSON. */
  public Answer call(String method, String path, @Nullable Object body) {
    return callAs(token(), method, path, body);
  }

  /** Calls with these headers only. */
  public Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    return sendTo(url, method, path, body, headers);
  }

  /** Calls another process with these headers only. */
  public Answer sendTo(
      String process,
      String method,
      String path,
      @Nullable Object body,
      Map<String, String> headers) {
    var publisher =
        switch (body) {
          case null -> HttpRequest.BodyPublishers.noBody();
          case String text -> HttpRequest.BodyPublishers.ofString(text);
          default -> HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
    var request = HttpRequest.newBuilder(URI.create(process + path)).method(method, publisher);
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      var answer = new Answer(response.statusCode(), response.headers(), response.body());
      Description.committed().check(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
