package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Elasticsearch, spoken to directly. Thread safe. */
public final class DirectIndex {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final String url;

  public DirectIndex(String url) {
    this.url = url;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  public JsonNode post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(json));
  }

  JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
    return send("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  JsonNode delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends a bulk of which every item must succeed. */
  void bulk(byte[] body) throws IOException, InterruptedException {
    var answer = send("POST", "/_bulk?filter_path=errors", BodyPublishers.ofByteArray(body));
    if (answer.path("errors").asBoolean(true)) {
      throw new IOException("A document was refused");
    }
  }

  /** How many documents were written or deleted since the indexes were made. */
  long writes(String indexes) throws IOException, InterruptedException {
    var totals = get("/" + indexes + "/_stats/indexing").at("/_all/primaries/indexing");
    return totals.path("index_total").asLong() + totals.path("delete_total").asLong();
  }

  /** Returns when no segments are merged any more: what was written has been paid for. */
  public void awaitQuiet() throws IOException, InterruptedException {
    while (get("/_stats/merge").at("/_all/total/merges/current").asInt() > 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private JsonNode send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, body)
            .header("Content-Type", "application/json")
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    var json = JSON.readTree(answer.body());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + json);
    }
    return json;
  }
}
