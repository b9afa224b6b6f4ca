package io.gazetteer.api.openapi;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.AccessRules;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.web.Creates;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes routes. */
final class Operations {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String JSON_TYPE = "application/json";
  private static final int OK = 200;

  private final Words words;
  private final Schemas schemas;
  private final Problems problems;

  Operations(Words words, Schemas schemas, Problems problems) {
    this.words = words;
    this.schemas = schemas;
    this.problems = problems;
  }

  /**
   * One handler of a route; a route has one for each media type that it answers with.
   *
   * @param produces the media type, or empty for JSON
   */
  record Handler(String verb, String path, boolean takesBody, String produces, Method method) {}

  /** Adds what a handler does to its operation, which may have another one's already. */
  void describe(Handler handler, ObjectNode operation) {
    var said = words.route(handler.verb(), handler.path());
    if (operation.isEmpty()) {
      start(handler, said, operation);
    }
    answer(handler, said, operation);
  }

  private void start(Handler handler, JsonNode said, ObjectNode operation) {
    var rule = AccessRules.find(handler.verb(), handler.path()).orElseThrow();
    operation.putArray("tags").add(said.path("tag").asString());
    operation.set("summary", said.path("summary"));
    operation.put("description", (said.path("text").asString("") + access(rule)).strip());
    operation.put("operationId", id(handler));
    if (rule.isOpen()) {
      operation.putArray("security");
    }
    parameters(handler, said, operation);
    if (handler.takesBody()) {
      var body = operation.putObject("requestBody").put("required", true);
      var content = body.putObject("content").putObject(JSON_TYPE);
      content.set("schema", Schemas.reference(said.path("body").asString()));
      content.set("example", said.path("example"));
    }
    problems.describe(handler, said, operation.withObject("/responses"));
  }

  private static String access(AccessRule rule) {
    var least = rule.least();
    if (least == null) {
      return " Needs no token.";
    }
    return " Needs the role %s%s.%s"
        .formatted(
            least.jsonName(),
            least == Role.ADMIN ? "" : " or above",
            rule.personal() ? " Not for API tokens." : "");
  }

  /** For example {@code get_api_crawls_id}. */
  private static String id(Handler handler) {
    return handler.verb().toLowerCase(Locale.ROOT)
        + handler.path().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
  }

  private void parameters(Handler handler, JsonNode said, ObjectNode operation) {
    var parameters = operation.putArray("parameters");
    var inPath = PATH_PARAMETER.matcher(handler.path());
    while (inPath.find()) {
      var name = inPath.group(1);
      parameters.add(parameter(name, "path", said.path("path").path(name)).put("required", true));
    }
    said.path("parameters")
        .properties()
        .forEach(entry -> parameters.add(parameter(entry.getKey(), "query", entry.getValue())));
    Arrays.stream(handler.method().getParameters())
        .map(parameter -> parameter.getAnnotation(RequestHeader.class))
        .filter(header -> header != null)
        .forEach(
            header ->
                parameters.add(
                    parameter(header.name(), "header", said.path("headers").path(header.name()))));
    if (handler.method().isAnnotationPresent(Creates.class)) {
      parameters.add(
          parameter("Idempotency-Key", "header", said.path("headers").path("Idempotency-Key")));
    }
    if (parameters.isEmpty()) {
      operation.remove("parameters");
    }
  }

  /**
   * A parameter.
   *
   * @param own what this route says of it, or the name of one that several have
   */
  private ObjectNode parameter(String name, String in, JsonNode own) {
    var said = own.isObject() ? own : words.parameter(own.isString() ? own.asString() : name);
    var parameter = JSON.createObjectNode().put("name", name).put("in", in);
    said.properties()
        .forEach(
            word ->
                parameter.set(
                    word.getKey().equals("text") ? "description" : word.getKey(), word.getValue()));
    return parameter;
  }

  private void answer(Handler handler, JsonNode said, ObjectNode operation) {
    var responses = operation.withObject("responses");
    var schema = schema(handler, said);
    var statuses = new TreeMap<String, String>();
    statuses.put(String.valueOf(status(handler, said)), "As asked for.");
    said.path("statuses")
        .properties()
        .forEach(s -> statuses.put(s.getKey(), s.getValue().asString()));
    for (var status : statuses.entrySet()) {
      var response = problems.own(responses.withObject("/" + status.getKey()));
      response.put("description", status.getValue());
      if (schema != null && !status.getKey().equals("304")) {
        var type =
            handler.produces().isEmpty()
                ? said.path("type").asString(JSON_TYPE)
                : handler.produces();
        response.withObject("content").putObject(type).set("schema", schema.deepCopy());
      }
      said.path("answer_headers")
          .properties()
          .forEach(
              header -> {
                var described = response.withObject("headers").putObject(header.getKey());
                described.set("description", header.getValue());
                described.putObject("schema").put("type", "string");
              });
    }
    sort(responses);
  }

  private static void sort(ObjectNode object) {
    var sorted = new TreeMap<String, JsonNode>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    object.removeAll();
    sorted.forEach(object::set);
  }

  private static int status(Handler handler, JsonNode said) {
    var given = AnnotatedElementUtils.findMergedAnnotation(handler.method(), ResponseStatus.class);
    return given == null ? said.path("status").asInt(OK) : given.code().value();
  }

  /** Null when there is no body. */
  private @Nullable JsonNode schema(Handler handler, JsonNode said) {
    var words = said.path(handler.produces().endsWith("ndjson") ? "line" : "answer");
    if (!words.isMissingNode()) {
      return words.isString() ? Schemas.reference(words.asString()) : words;
    }
    var type = handler.method().getAnnotatedReturnType();
    if (handler.method().getReturnType() == ResponseEntity.class) {
      type = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
    }
    return isNothing(type) ? null : schemas.of(type);
  }

  private static boolean isNothing(AnnotatedType type) {
    return type.getType() == void.class || type.getType() == Void.class;
  }
}
