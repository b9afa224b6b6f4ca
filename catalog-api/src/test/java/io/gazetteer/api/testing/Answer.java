package io.gazetteer.api.testing;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, String text) {
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(text);
  }

  public String code() {
    return json().path("code").asString();
  }

  /** The names of the fields that a validation problem complains of. */
  public List<String> wrongFields() {
    return json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
  }

  @Override
  public String toString() {
    return status + " " + text;
  }
}
