package io.gazetteer.api.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What of an API that programs rely on is gone or new in another edition of it: routes, parameters,
 * fields, values and types that are gone, and what must be sent now.
 */
final class ApiBreaks {
  private final List<String> found = new ArrayList<>();

  private ApiBreaks() {}

  static List<String> between(JsonNode before, JsonNode now) {
    var breaks = new ApiBreaks();
    before
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        route ->
                            breaks.route(
                                route.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                route.getValue(),
                                now.path("paths").path(path.getKey()).path(route.getKey()))));
    before
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                breaks.schema(
                    schema.getKey(),
                    schema.getValue(),
                    now.at("/components/schemas").path(schema.getKey())));
    return breaks.found;
  }

  private void route(String name, JsonNode before, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    var parameters = parameters(now);
    var old = parameters(before);
    old.forEach(
        (parameter, said) -> {
          if (parameters.containsKey(parameter)) {
            schema(
                name + " parameter " + parameter,
                said.path("schema"),
                parameters.get(parameter).path("schema"));
          } else {
            found.add(name + " no longer takes " + parameter);
          }
        });
    parameters.forEach(
        (parameter, said) -> {
          if (said.path("required").asBoolean(false)
              && !(old.containsKey(parameter)
                  && old.get(parameter).path("required").asBoolean(false))) {
            found.add(name + " needs " + parameter);
          }
        });
    before.path("responses").propertyNames().stream()
        .filter(status -> status.startsWith("2") && !now.path("responses").has(status))
        .forEach(status -> found.add(name + " no longer answers " + status));
    var body = before.at("/requestBody/content/application~1json/schema/$ref");
    if (!body.equals(now.at("/requestBody/content/application~1json/schema/$ref"))) {
      found.add(name + " takes another body");
    }
  }

  private static Map<String, JsonNode> parameters(JsonNode route) {
    return route
        .path("parameters")
        .valueStream()
        .collect(Collectors.toMap(p -> p.path("name").asString(), p -> p));
  }

  private void schema(String name, JsonNode before, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    // Only bodies refuse what they do not know, and only they can ask for more.
    boolean isBody = before.has("additionalProperties");
    var wasRequired = texts(before.path("required"));
    var isRequired = texts(now.path("required"));
    if (isBody) {
      isRequired.stream()
          .filter(field -> !wasRequired.contains(field))
          .forEach(field -> found.add(name + " needs " + field));
    } else {
      wasRequired.stream()
          .filter(field -> !isRequired.contains(field) && now.path("properties").has(field))
          .forEach(field -> found.add(name + "." + field + " may be left out"));
    }
    if (!before.path("type").equals(now.path("type"))) {
      found.add(name + " has another type");
    }
    if (!before.path("$ref").equals(now.path("$ref"))
        || !before.path("anyOf").equals(now.path("anyOf"))) {
      found.add(name + " has another shape");
    }
    texts(before.path("enum")).stream()
        .filter(value -> now.has("enum") && !texts(now.path("enum")).contains(value))
        .forEach(value -> found.add(name + " no longer has the value " + value));
    before
        .path("properties")
        .properties()
        .forEach(
            field ->
                schema(
                    name + "." + field.getKey(),
                    field.getValue(),
                    now.path("properties").path(field.getKey())));
    if (before.has("items")) {
      schema(name + "[]", before.path("items"), now.path("items"));
    }
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
