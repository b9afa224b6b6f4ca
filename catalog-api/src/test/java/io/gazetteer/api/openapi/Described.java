package io.gazetteer.api.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a description says of one route. */
record Described(String method, String path, JsonNode operation) {
  /** What it says of a route that is not in it. */
  static final Described NOTHING = new Described("", "", JsonNodeFactory.instance.objectNode());

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
    return parametersIn("query");
  }

  private Stream<JsonNode> parametersIn(String place) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals(place));
  }

  /** The names of the parameters in a place: path, query or header. */
  Set<String> parameters(String place) {
    return parametersIn(place)
        .map(parameter -> parameter.path("name").asString())
        .collect(Collectors.toSet());
  }

  Set<Integer> statuses() {
    return operation.path("responses").propertyNames().stream()
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  /** The media types of all answers. */
  Set<String> mediaTypes() {
    return operation
        .path("responses")
        .valueStream()
        .flatMap(response -> response.path("content").propertyNames().stream())
        .collect(Collectors.toSet());
  }

  /** The codes of the problems that it may answer with. */
  Set<String> problems(JsonNode document) {
    return operation
        .path("responses")
        .valueStream()
        .map(response -> resolve(document, response))
        .flatMap(Described::codes)
        .collect(Collectors.toSet());
  }

  static JsonNode resolve(JsonNode document, JsonNode part) {
    var reference = part.path("$ref").asString("");
    return reference.isEmpty() ? part : document.at(reference.substring(1));
  }

  static Stream<String> codes(JsonNode response) {
    return response
        .at("/content/application~1problem+json/schema/properties/code/enum")
        .valueStream()
        .map(JsonNode::asString);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
