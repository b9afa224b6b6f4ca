package io.gazetteer.api.identity.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields of answers as paths, for example {@code hits[].database.hostname}. */
final class FieldPaths {
  private final JsonNode description;
  private final Set<String> found = new TreeSet<>();

  private FieldPaths(JsonNode description) {
    this.description = description;
  }

  /** The fields that a schema of the description has. */
  static Set<String> ofSchema(JsonNode description, JsonNode schema) {
    var paths = new FieldPaths(description);
    paths.walk(schema, "", List.of());
    return paths.found;
  }

  private void walk(JsonNode schema, String path, List<String> above) {
    var reference = schema.path("$ref").asString("");
    if (!reference.isEmpty()) {
      if (above.contains(reference)) {
        found.add(path);
      } else {
        var inside = Stream.concat(above.stream(), Stream.of(reference)).toList();
        walk(description.at(reference.substring(1)), path, inside);
      }
    } else if (schema.has("anyOf")) {
      schema
          .path("anyOf")
          .valueStream()
          .filter(one -> !one.path("type").asString("").equals("null"))
          .forEach(one -> walk(one, path, above));
    } else if (schema.has("items")) {
      walk(schema.path("items"), path + "[]", above);
    } else if (schema.has("properties") || schema.path("additionalProperties").isObject()) {
      schema
          .path("properties")
          .properties()
          .forEach(field -> walk(field.getValue(), below(path, field.getKey()), above));
      if (schema.path("additionalProperties").isObject()) {
        walk(schema.path("additionalProperties"), below(path, "*"), above);
      }
    } else if (!path.isEmpty()) {
      found.add(path);
    }
  }

  /** The fields of an answer that say something. */
  static Set<String> ofAnswer(JsonNode answer) {
    var found = new TreeSet<String>();
    walk(answer, "", found);
    return found;
  }

  private static void walk(JsonNode node, String path, Set<String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> walk(field.getValue(), below(path, field.getKey()), found));
    } else if (node.isArray()) {
      node.forEach(element -> walk(element, path + "[]", found));
    } else if (!node.isNull()) {
      found.add(path);
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
