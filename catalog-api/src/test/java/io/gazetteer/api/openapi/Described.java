package io.gazetteer.api.openapi;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a description says of one route. */
record Described(String method, String path, JsonNode operation) {
  static List<Described> routes(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        route ->
                            new Described(
                                route.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                route.getValue())))
        .toList();
  }

  JsonNode example() {
    return operation.at("/requestBody/content/application~1json/example");
  }

  boolean takesBody() {
    return operation.has("requestBody");
  }

  Stream<JsonNode> queryParameters() {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals("query"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
