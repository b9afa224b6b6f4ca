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
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** One API process on real servers, shared by all tests of this JVM, and a client for it. */
public final class TestApi {
  public static final String ADMIN_PASSWORD = "test-admin-password";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static @Nullable TestApi shared;

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private TestApi(ConfigurableApplicationContext context) {
    this.context = context;
    this.url = "http://127.0.0.1:" + port(context);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> send("GET", "/api/health", null, Map.of()).status() == 200);
    this.token = login();
  }

  public static synchronized TestApi shared() {
    if (shared == null) {
      shared = new TestApi(start(settings()));
    }
    return shared;
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
    settings.put("spring.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
    settings.put("spring.elasticsearch.uris", TestServers.elasticsearch().url());
    settings.put("gazetteer.keyset-file", Database.KEYSET.toString());
    settings.put("gazetteer.admin-password", ADMIN_PASSWORD);
    // Where the test servers are.
    settings.put("gazetteer.network.loopback", "true");
    settings.put("gazetteer.source.connect", "2s");
    settings.put("gazetteer.schedule.poll-interval", "1s");
    settings.put("gazetteer.metrics.interval", "2s");
    settings.put("gazetteer.vocabulary.gather", "50ms");
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

  public String url() {
    return url;
  }

  public String token() {
    return token;
  }

  private String login() {
    var body = Map.of("username", "admin", "password", ADMIN_PASSWORD);
    return send("POST", "/api/auth/login", body, Map.of("Content-Type", "application/json"))
        .json()
        .path("access_token")
        .asString();
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer post(String path, @Nullable Object body) {
    return call("POST", path, body);
  }

  /** Calls with the administrator's token; a body that is no String becomes JSON. */
  public Answer call(String method, String path, @Nullable Object body) {
    return send(
        method,
        path,
        body,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
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
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
