package io.gazetteer.servers.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.ServerContract;
import io.gazetteer.servers.testing.ProcessTraces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedElasticsearchIT extends ServerContract<EmbeddedElasticsearch> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @AfterAll
  static void closeClient() {
    HTTP.close();
  }

  @Override
  protected EmbeddedElasticsearch start(Path home, int port) {
    return EmbeddedElasticsearch.start(home, port);
  }

  @Override
  protected void keep(EmbeddedElasticsearch server, String index) throws Exception {
    call("PUT", "/" + index, "{}");
    assertThat(bulk(index, 1, "kept").path("errors").asBoolean()).isFalse();
  }

  @Override
  protected boolean has(EmbeddedElasticsearch server, String index) throws Exception {
    var answer = call("GET", "/" + index.replace(' ', '_') + "/_doc/1", "");
    return json(answer).path("found").asBoolean();
  }

  @Test
  void tellsWhoItIsAsTheRealOneDoes() throws Exception {
    var answer = call("GET", "/", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    var body = json(answer);
    assertThat(body.path("name").asString()).isEqualTo("gazetteer");
    assertThat(body.path("cluster_name").asString()).isEqualTo("gazetteer");
    assertThat(body.path("cluster_uuid").asString()).hasSize(22);
    assertThat(body.path("tagline").asString()).isEqualTo("You Know, for Search");
    assertThat(body.path("version").path("number").asString()).isEqualTo("9.5.2");
    assertThat(body.path("version").propertyNames())
        .containsExactly(
            "number",
            "build_flavor",
            "build_type",
            "build_hash",
            "build_date",
            "build_snapshot",
            "lucene_version",
            "minimum_wire_compatibility_version",
            "minimum_index_compatibility_version");
  }

  @Test
  void answersHead() throws Exception {
    var answer = call("HEAD", "/", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void refusesAnOlderExternalVersion() throws Exception {
    call("PUT", "/versions", "{}");
    assertThat(status(bulk("versions", 7, "newer"))).isEqualTo(201);
    assertThat(status(bulk("versions", 7, "the same again"))).isEqualTo(200);
    assertThat(status(bulk("versions", 6, "older"))).isEqualTo(409);
    var query = "{\"query\": {\"match\": {\"text\": \"again\"}}}";
    var hits = json(call("POST", "/versions/_search", query)).path("hits");
    assertThat(hits.path("total").path("value").asInt()).isEqualTo(1);
  }

  @Test
  void makesNoIndexByAccident() throws Exception {
    var answer = bulk("no-such-alias", 1, "lost");
    assertThat(status(answer)).isEqualTo(404);
    assertThat(call("GET", "/no-such-alias", "").statusCode()).isEqualTo(404);
  }

  @Test
  void answersNobodyWithoutThePassword() throws Exception {
    call("PUT", "/closed-by-nobody", "{}");
    var wrong = "Basic " + Base64.getEncoder().encodeToString("gazetteer:guess".getBytes(UTF_8));
    for (var path : List.of("/", "/_cat/indices", "/closed-by-nobody/_search", "/no/such/route")) {
      assertThat(raw("GET " + path, "Host: 127.0.0.1")).startsWith("HTTP/1.1 401");
      assertThat(raw("GET " + path, "Host: 127.0.0.1", "Authorization: " + wrong))
          .startsWith("HTTP/1.1 401");
    }
    assertThat(raw("POST /closed-by-nobody/_close", "Host: localhost")).startsWith("HTTP/1.1 401");
    assertThat(call("GET", "/closed-by-nobody/_search", "").statusCode()).isEqualTo(200);
  }

  /** A browser may know the password by itself, so it is not asked for it. */
  @Test
  void answersNoPageInABrowser() throws Exception {
    var login = "Authorization: " + server().authorization();
    assertThat(raw("GET /", "Host: localhost:" + server().port(), login))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET /", "Host: [::1]", login)).startsWith("HTTP/1.1 200");
    assertThat(raw("GET /", "Host: evil.example", login)).startsWith("HTTP/1.1 403");
    assertThat(raw("GET /", "Host: 127.0.0.1.evil.example", login)).startsWith("HTTP/1.1 403");
    assertThat(raw("GET /", "Host: 127.0.0.1", "Host: evil.example", login))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /", "Host: 127.0.0.1", "Origin: http://127.0.0.1", login))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /", "Host: 127.0.0.1", "Origin: null", login)).startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesABodyWithoutReadingIt() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server().url() + "/_bulk"));
    var body = BodyPublishers.ofByteArray(new byte[4 << 20]);
    var refused = HTTP.send(request.POST(body).build(), BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(call("GET", "/", "").statusCode()).isEqualTo(200);
  }

  /** It blocks writing by itself when the disk is full. */
  @Test
  void writesAgainWhenTheDiskHasRoom() throws Exception {
    call("PUT", "/full", "{}");
    call("PUT", "/full/_settings", "{\"index.blocks.read_only_allow_delete\": true}");
    assertThat(status(bulk("full", 1, "refused"))).isEqualTo(429);
    await().atMost(Duration.ofSeconds(60)).until(() -> status(bulk("full", 1, "written")) == 201);
  }

  @Test
  void listensAtNoOtherPort() {
    assertThat(ProcessTraces.listeningPorts(server().process())).containsExactly(server().port());
  }

  @Test
  void keepsItsPasswordToItself() throws Exception {
    assertThat(Files.getPosixFilePermissions(home().resolve("password")))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    assertThat(ProcessTraces.commandLines(server().process())).doesNotContain(server().password());
    var settings = call("GET", "/_nodes?filter_path=**.settings", "").body();
    assertThat(settings).contains("single-node").doesNotContain(server().password());
  }

  /** Returns the answer to a request with these headers only, which Java's client may not send. */
  private String raw(String request, String... headers) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server().port())) {
      socket.setSoTimeout(10_000);
      var head = request + " HTTP/1.1\r\n" + String.join("\r\n", headers);
      var text = head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private JsonNode bulk(String index, int version, String text) throws Exception {
    var lines =
        """
        {"index": {"_index": "%s", "_id": "1", "version": %d, "version_type": "external_gte"}}
        {"text": "%s"}
        """
            .formatted(index, version, text);
    return json(call("POST", "/_bulk?refresh=true", lines));
  }

  private static int status(JsonNode bulkAnswer) {
    return bulkAnswer.path("items").path(0).path("index").path("status").asInt();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server().url() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", server().authorization())
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
