package io.gazetteer.standalone.support;

import io.gazetteer.servers.testing.ElasticsearchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to an Elasticsearch node, past the product's own client. Thread safe. */
public final class IndexRequests {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ElasticsearchServer server;

  public IndexRequests(ElasticsearchServer server) {
    this.server = server;
  }

  public JsonNode call(String method, String path, String json) {
    return JsonMapper.shared().readTree(text(method, path, json));
  }

  /** Returns the answer's body; fails when the node refuses the request. */
  public String text(String method, String path, String json) {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", server.authorization())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200 && response.statusCode() != 201) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
