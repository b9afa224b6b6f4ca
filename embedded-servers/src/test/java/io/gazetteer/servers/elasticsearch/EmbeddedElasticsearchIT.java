package io.gazetteer.servers.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.ServerContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
