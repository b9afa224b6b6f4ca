package io.gazetteer.api.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's description as it is committed, and whether answers are what it says. A field that it
 * does not name is as wrong as one that it names and that is not there. Thread safe.
 */
public final class Description {
  private static final Path FILE = Path.of("..", "docs", "openapi.json");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;
  private final JsonNode components;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  public Description(JsonNode document) {
    this.document = document;
    var closed = (ObjectNode) document.path("components").deepCopy();
    close(closed);
    this.components = closed;
  }

  private static final class Committed {
    static final Description DESCRIPTION = new Description(read());

    private static JsonNode read() {
      try {
        return JSON.readTree(Files.readString(FILE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static Description committed() {
    return Committed.DESCRIPTION;
  }

  public JsonNode document() {
    return document;
  }

  /** Whoever reads answers ignores what they do not know; these tests do not. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("type")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Description::close);
  }

  /**
   * Compares an answer with its description. Paths and methods that no route has are left out, and
   * so is HEAD.
   *
   * @throws AssertionError when they differ
   */
  public void check(String method, String path, Answer answer) {
    var route = pathOf(path.replaceFirst("\\?.*", "").replaceFirst("/$", ""));
    var operation = document.path("paths").path(route).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return;
    }
    var place = method + " " + route + " " + answer.status();
    var response = resolve(operation.path("responses").path(String.valueOf(answer.status())));
    require(!response.isMissingNode(), place + ": the status is not described", answer);
    response
        .path("headers")
        .propertyNames()
        .forEach(
            header ->
                require(
                    answer.headers().firstValue(header).isPresent(),
                    place + ": the header " + header + " is missing",
                    answer));
    checkBody(place, response.path("content"), answer);
  }

  private JsonNode resolve(JsonNode response) {
    var reference = response.path("$ref").asString("");
    return reference.isEmpty() ? response : document.at(reference.substring(1));
  }

  private void checkBody(String place, JsonNode content, Answer answer) {
    var type = answer.header("Content-Type").replaceFirst(";.*", "");
    if (content.isMissingNode() || answer.text().isEmpty()) {
      require(answer.text().isEmpty(), place + ": there is a body, and none is described", answer);
      return;
    }
    require(content.has(type), place + ": the media type " + type + " is not described", answer);
    if (answer.headers().firstValue("Content-Encoding").isPresent()) {
      return;
    }
    var schema = content.path(type).path("schema");
    bodies(type, answer.text())
        .forEach(
            body -> {
              var errors = errors(place + type, schema, body);
              require(errors.isEmpty(), place + ": " + errors, answer);
            });
  }

  private static Stream<JsonNode> bodies(String type, String text) {
    if (type.endsWith("ndjson")) {
      return text.lines().map(JSON::readTree);
    }
    return type.endsWith("json") ? Stream.of(JSON.readTree(text)) : Stream.empty();
  }

  /** What a value has that a schema does not allow. */
  public List<String> errors(String name, JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(name, key -> compile(schema)).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compile(JsonNode schema) {
    var whole = (ObjectNode) schema.deepCopy();
    close(whole);
    whole.set("components", components);
    return REGISTRY.getSchema(whole);
  }

  /** As it is described: the one that is this very path, or the one that has an id there. */
  private String pathOf(String path) {
    return Stream.concat(
            Stream.of(path).filter(document.path("paths")::has),
            document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+"))))
        .findFirst()
        .orElse(path);
  }

  private static void require(boolean holds, String otherwise, Answer answer) {
    if (!holds) {
      throw new AssertionError(otherwise + "\n" + answer);
    }
  }
}
