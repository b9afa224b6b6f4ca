package io.gazetteer.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.testing.ElasticsearchServer;
import io.gazetteer.servers.testing.ProcessTraces;
import io.gazetteer.standalone.support.IndexRequests;
import io.gazetteer.standalone.support.LaunchedGazetteer;
import io.gazetteer.standalone.support.SharedGazetteer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code ./gazetteer start} on a machine with other users, and with a browser that is on a foreign
 * page: both know all ports, and none of the secrets.
 */
class NobodyGetsInIT {
  private static final Pattern HTTP_PORT = Pattern.compile("(?m)^http.port: (\\d+)$");
  private static final List<String> PATHS =
      List.of(
          "GET /",
          "GET /_cat/indices",
          "GET /gazetteer-columns/_search",
          "POST /gazetteer-columns/_close",
          "GET /actuator/env",
          "GET /api/search/?q=a");

  private final LaunchedGazetteer gazetteer = SharedGazetteer.get();
  private final Path data = gazetteer.data();

  /** By its port, what listens there. */
  private Map<Integer, String> ports() {
    var ports = new TreeMap<Integer, String>();
    for (var process : gazetteer.family()) {
      var program = program(process);
      for (int port : ProcessTraces.listeningPorts(process)) {
        ports.merge(port, program, (one, other) -> one.isEmpty() ? other : one);
      }
    }
    return ports;
  }

  private static String program(ProcessHandle process) {
    var command = ProcessTraces.commandLine(process);
    return List.of("catalog-api", "crawler-worker", "ElasticsearchNode", "kafka.Kafka", "postgres")
        .stream()
        .filter(command::contains)
        .findFirst()
        .orElse("");
  }

  @Test
  void programsListenAtAsFewPortsAsTheyCan() {
    assertThat(ports().values())
        .containsExactlyInAnyOrder(
            "catalog-api",
            "catalog-api",
            "crawler-worker",
            "ElasticsearchNode",
            "kafka.Kafka",
            "kafka.Kafka",
            "postgres");
  }

  @Test
  void anotherUserOfTheMachineGetsNothingAtAnyPort() {
    for (var port : ports().entrySet()) {
      for (var path : PATHS) {
        assertThat(answer(port.getKey(), path, "Host: 127.0.0.1:" + port.getKey()))
            .as("%s at %s", path, port)
            .doesNotStartWith("HTTP/1.1 2");
      }
    }
  }

  @Test
  void aPageInABrowserGetsNothingAtAnyPort() {
    for (var port : ports().entrySet()) {
      var health = port.getValue().equals("catalog-api") ? "GET /api/health" : "GET /";
      for (var path : List.of(health, "GET /actuator/health", "POST /gazetteer-tables/_close")) {
        assertThat(answer(port.getKey(), path, "Host: evil.example"))
            .as("%s by another name at %s", path, port)
            .doesNotStartWith("HTTP/1.1 2");
        assertThat(
                answer(
                    port.getKey(),
                    path,
                    "Host: 127.0.0.1:" + port.getKey(),
                    "Origin: http://evil.example"))
            .as("%s of another site at %s", path, port)
            .doesNotStartWith("HTTP/1.1 2");
      }
    }
  }

  @Test
  void everyoneMayAskForTheHealthByOurNames() {
    int port = Integer.parseInt(gazetteer.url().replaceAll(".*:", ""));
    for (var host : List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)) {
      assertThat(answer(port, "GET /api/health", "Host: " + host)).startsWith("HTTP/1.1 200");
    }
    assertThat(
            answer(
                port,
                "GET /api/health",
                "Host: localhost:" + port,
                "Origin: http://localhost:" + port))
        .startsWith("HTTP/1.1 200");
    assertThat(answer(port, "GET /api/health", "Host: evil.example")).startsWith("HTTP/1.1 403");
  }

  /** Returns what the port says; nothing when it ends the connection. */
  private static String answer(int port, String request, String... headers) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      var text =
          request
              + " HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void programsHaveTheSecretsThatTheyNeedAndNoOthers() throws IOException {
    var children = gazetteer.family().stream().skip(1).toList();
    assertThat(children).hasSizeGreaterThan(4);
    for (var child : children) {
      var program = program(child);
      var environment = ProcessTraces.environment(child);
      assertThat(environment)
          .as("environment of %s", program)
          .doesNotContain(SharedGazetteer.PASSWORD, SharedGazetteer.SECRET_OF_ANOTHER);
      var isOurs = List.of("catalog-api", "crawler-worker").contains(program);
      assertThat(environment.contains(SharedGazetteer.MASTER_KEY)).as(program).isEqualTo(isOurs);
      assertThat(environment.contains("GAZETTEER_")).as(program).isEqualTo(isOurs);
    }
    var commands = ProcessTraces.commandLines(gazetteer.family().getFirst());
    for (var secret : secrets()) {
      assertThat(commands).doesNotContain(secret);
    }
    assertThat(data.resolve("run/admin-password")).doesNotExist();
  }

  private List<String> secrets() throws IOException {
    var secrets = new ArrayList<>(List.of(SharedGazetteer.PASSWORD, SharedGazetteer.MASTER_KEY));
    for (var file :
        List.of(
            "servers/elasticsearch/password",
            "servers/kafka/password",
            "servers/postgres/password",
            "secrets/postgres-password")) {
      secrets.add(Files.readString(data.resolve(file)).strip());
    }
    return secrets;
  }

  @Test
  void filesWithSecretsAreTheirOwners() throws IOException {
    for (var folder : List.of("", "run", "secrets", "servers", "logs", "samples", "tmp")) {
      assertThat(permissions(data.resolve(folder))).as(folder).isEqualTo("rwx------");
    }
    for (var file :
        List.of(
            "run/postgres.properties",
            "secrets/keyset.json",
            "secrets/postgres-password",
            "servers/elasticsearch/password",
            "servers/kafka/password",
            "servers/kafka/server.properties",
            "servers/postgres/password")) {
      assertThat(permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Nobody can close it from outside; whatever did, it does not stay so. */
  @Test
  void anIndexThatIsClosedComesBack() throws IOException {
    var settings = Files.readString(data.resolve("servers/elasticsearch/config/elasticsearch.yml"));
    var port = HTTP_PORT.matcher(settings);
    assertThat(port.find()).isTrue();
    var password = Files.readString(data.resolve("servers/elasticsearch/password")).strip();
    var elasticsearch =
        new IndexRequests(
            new ElasticsearchServer("http://127.0.0.1:" + port.group(1), "gazetteer", password));
    var user = SharedGazetteer.admin();

    elasticsearch.text("POST", "/gazetteer-tables,gazetteer-columns/_close", "");

    assertThat(user.get("/api/search/?q=anything").status()).isEqualTo(503);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              assertThat(user.get("/api/search/?q=anything").status()).isEqualTo(200);
              assertThat(user.get("/api/health").body().get("index").asString()).isEqualTo("OPEN");
            });
  }
}
