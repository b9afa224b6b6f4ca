package io.gazetteer.api.pages;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in words what a change was, and what was before and after it. */
public final class ChangeTexts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST = 300;

  private ChangeTexts() {}

  /** Says what happened, for example {@code column added}. */
  public static String what(String change) {
    return change.replace('_', ' ');
  }

  /** Returns a value as people write it; null when there was or is none. */
  public static @Nullable String value(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      var value = JSON.readTree(json);
      return value.isNull() ? null : shortened(text(value));
    } catch (JacksonException e) {
      return shortened(json);
    }
  }

  private static String text(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.has("data_type")) {
      return value.path("data_type").stringValue("")
          + (value.path("nullable").asBoolean(true) ? "" : " not null")
          + value
              .path("default")
              .asStringOpt()
              .filter(text -> !text.isEmpty())
              .map(text -> " default " + text)
              .orElse("");
    }
    if (value.has("referenced_table")) {
      return "(%s) → %s.%s (%s)"
          .formatted(
              names(value.path("columns")),
              value.path("referenced_schema").stringValue(""),
              value.path("referenced_table").stringValue(""),
              names(value.path("referenced_columns")));
    }
    if (value.has("table")) {
      return value.path("schema").stringValue("") + "." + value.path("table").stringValue("");
    }
    if (value.has("expression")) {
      return value.path("expression").stringValue("");
    }
    return value.has("columns") ? "(" + names(value.path("columns")) + ")" : value.toString();
  }

  private static String names(JsonNode names) {
    return names.valueStream().map(name -> name.stringValue("")).collect(Collectors.joining(", "));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
