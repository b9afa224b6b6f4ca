package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Elasticsearch, spoken to directly: a floor is measured without the client that Gazetteer itself
 * uses. Thread safe.
 *
 * @param port of Elasticsearch, on this machine
 * @param authorization the header of its login
 */
public record DirectIndex(int port, String authorization, HttpClient http) {
  private static final byte[] NOTHING = {};

  DirectIndex(int port, String authorization) {
    this(port, authorization, HttpClient.newBuilder().version(Version.HTTP_1_1).build());
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return json(send("GET", path, NOTHING));
  }

  public JsonNode post(String path, String json) throws IOException, InterruptedException {
    return json(send("POST", path, json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes an index, for example. */
  public void put(String path, JsonNode body) throws IOException, InterruptedException {
    send("PUT", path, JsonMapper.shared().writeValueAsBytes(body));
  }

  void delete(String path) throws IOException, InterruptedException {
    send("DELETE", path, NOTHING);
  }

  /** Sends a bulk of which every item must succeed. */
  void bulk(byte[] body) throws IOException, InterruptedException {
    var answer = json(send("POST", "/_bulk?filter_path=errors", body));
    if (answer.path("errors").asBoolean(true)) {
      throw new IOException("A document was refused");
    }
  }

  /** How many documents were written or deleted since the search indexes were made. */
  long writes() throws IOException, InterruptedException {
    var totals = get("/gazetteer-*/_stats/indexing").at("/_all/primaries/indexing");
    return totals.path("index_total").asLong() + totals.path("delete_total").asLong();
  }

  /** Returns when no segments are merged any more: what was written has been paid for. */
  public void awaitQuiet() throws IOException, InterruptedException {
    while (get("/_stats/merge").at("/_all/total/merges/current").asInt() > 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static JsonNode json(byte[] answer) {
    return JsonMapper.shared().readTree(answer);
  }

  /** Sends a request; returns the answer as it is. */
  byte[] send(String method, String path, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      var said = new String(answer.body(), StandardCharsets.UTF_8);
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + said);
    }
    return answer.body();
  }
}
