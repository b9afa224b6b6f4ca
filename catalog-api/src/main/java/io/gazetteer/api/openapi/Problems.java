package io.gazetteer.api.openapi;

import io.gazetteer.api.identity.access.AccessRules;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.openapi.Operations.Handler;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.api.web.ProblemCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes what routes refuse, and with which codes. */
final class Problems {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COMMON = "#/components/responses/";

  private final ObjectNode common;

  /**
   * Collects into an object.
   *
   * @param common what several routes answer, by its name
   */
  Problems(ObjectNode common) {
    this.common = common;
  }

  /** Adds the problems of a route to its answers. */
  void describe(Handler handler, JsonNode said, ObjectNode responses) {
    var codes = EnumSet.copyOf(always(handler));
    said.path("errors").forEach(code -> codes.add(code(code.asString())));
    var byStatus = new TreeMap<Integer, EnumSet<ProblemCode>>();
    codes.forEach(
        code ->
            byStatus
                .computeIfAbsent(code.status(), s -> EnumSet.noneOf(ProblemCode.class))
                .add(code));
    byStatus.forEach((status, some) -> responses.set(String.valueOf(status), answer(some)));
  }

  /** What is the same for many routes is described once. */
  private ObjectNode answer(Set<ProblemCode> codes) {
    if (codes.size() > 1) {
      return problem(codes);
    }
    var name = codes.iterator().next().jsonName();
    common.set(name, problem(codes));
    return JSON.createObjectNode().put("$ref", COMMON + name);
  }

  private static ProblemCode code(String name) {
    return ProblemCode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** What follows from how a route is called. */
  private static Set<ProblemCode> always(Handler handler) {
    var rule = AccessRules.find(handler.verb(), handler.path()).orElseThrow();
    var codes =
        EnumSet.of(
            ProblemCode.MALFORMED_REQUEST,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.UNAVAILABLE);
    if (!rule.isOpen()) {
      codes.add(ProblemCode.UNAUTHORIZED);
      codes.add(ProblemCode.TOO_MANY_REQUESTS);
    }
    if (rule.personal() || (rule.least() != null && rule.least() != Role.VIEWER)) {
      codes.add(ProblemCode.FORBIDDEN);
    }
    if (handler.path().contains("{")) {
      codes.add(ProblemCode.NOT_FOUND);
    }
    if (!handler.verb().equals("GET")) {
      codes.add(ProblemCode.VALIDATION_FAILED);
      codes.add(ProblemCode.TOO_LARGE);
    }
    if (handler.method().isAnnotationPresent(Creates.class)) {
      codes.add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
      codes.add(ProblemCode.REQUEST_RUNNING);
      codes.add(ProblemCode.ALREADY_DONE);
    }
    if (handler.takesBody()) {
      codes.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (Arrays.stream(handler.method().getParameterTypes())
        .anyMatch(type -> type == Parameters.class)) {
      codes.add(ProblemCode.VALIDATION_FAILED);
    }
    return codes;
  }

  private static ObjectNode problem(Set<ProblemCode> codes) {
    var response = JSON.createObjectNode();
    response.put(
        "description",
        String.join(
            "; ",
            codes.stream()
                .map(code -> "`%s`: %s".formatted(code.jsonName(), code.title()))
                .toList()));
    var schema =
        response.putObject("content").putObject("application/problem+json").putObject("schema");
    schema.put("$ref", Schemas.AT + "ProblemAnswer");
    var allowed = schema.putObject("properties").putObject("code").putArray("enum");
    codes.forEach(code -> allowed.add(code.jsonName()));
    return response;
  }

  /** Without reference to what others have, too. */
  ObjectNode own(ObjectNode response) {
    var reference = response.remove("$ref");
    if (reference != null) {
      var name = reference.asString().substring(COMMON.length());
      response.setAll((ObjectNode) common.get(name).deepCopy());
    }
    return response;
  }
}
