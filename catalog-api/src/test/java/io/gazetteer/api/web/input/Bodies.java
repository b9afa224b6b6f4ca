package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Request bodies and what a problem says of them, for tests of forms. */
public final class Bodies {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Bodies() {}

  public static JsonFields of(Map<String, ? extends @Nullable Object> body) {
    return JsonFieldsReader.parse(JSON.writeValueAsBytes(body));
  }

  public static List<String> wrongFields(Problem problem) {
    JsonNode body = JSON.valueToTree(problem.body(""));
    return body.path("errors").valueStream().map(e -> e.path("field").asString()).toList();
  }

  public static String text(Problem problem) {
    return JSON.writeValueAsString(problem.body(""));
  }
}
