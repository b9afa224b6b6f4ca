package io.gazetteer.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no code says about the API: sentences, and the parameters and bodies that controllers read
 * one by one. Remembers what of it was used, so that nothing is described that is gone.
 */
final class Words {
  private final JsonNode routes = read("routes.yaml");
  private final JsonNode fields = read("fields.yaml");
  private final Set<String> used = new HashSet<>();

  private static JsonNode read(String resource) {
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(resource))) {
      Object tree = new Yaml().load(in);
      return JsonMapper.shared().valueToTree(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said about all of the API. */
  JsonNode general() {
    return routes.path("general");
  }

  /** Schemas that no record is behind, by their names. */
  JsonNode schemas() {
    return routes.path("schemas");
  }

  JsonNode parameter(String name) {
    return required(routes.path("parameters").path(name), "parameter " + name);
  }

  JsonNode route(String method, String path) {
    var name = method + " " + path;
    return required(routes.path("routes").path(name), "route " + name);
  }

  /** What a field of a schema means, and what its Java type does not say about it. */
  JsonNode field(String schema, String field) {
    return required(fields.path(schema).path(field), "field " + schema + "." + field);
  }

  private JsonNode required(JsonNode words, String subject) {
    if (words.isMissingNode()) {
      throw new IllegalStateException("Nothing is said about the " + subject);
    }
    used.add(subject);
    return words;
  }

  /** What is described, and was not asked for. */
  List<String> unused() {
    var all = new TreeSet<String>();
    routes.path("routes").propertyNames().forEach(name -> all.add("route " + name));
    routes.path("parameters").propertyNames().forEach(name -> all.add("parameter " + name));
    fields
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .propertyNames()
                    .forEach(field -> all.add("field " + schema.getKey() + "." + field)));
    all.removeAll(used);
    return List.copyOf(all);
  }
}
