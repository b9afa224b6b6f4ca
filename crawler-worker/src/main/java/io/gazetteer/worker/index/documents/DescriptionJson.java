package io.gazetteer.worker.index.documents;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.gazetteer.common.relation.Fact;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the descriptions that documents hold, also those of an older version of this program. What
 * these lack is "none", and marked as not known: nobody has looked.
 */
final class DescriptionJson {
  private static final String UNKNOWN = "unknown";

  /** What is true of nearly all indexes and constraints, and stands in no older description. */
  private static final List<String> TRUE_BEFORE = List.of("valid", "validated", "enforced");

  private DescriptionJson() {}

  static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .withConfigOverride(
            List.class,
            lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
  }

  /** Returns a description with all that this version knows of; the given one is left alone. */
  static JsonNode upToDate(JsonNode description) {
    if (description.has(UNKNOWN) || !(description.deepCopy() instanceof ObjectNode copy)) {
      return description;
    }
    for (String part : List.of("foreign_keys", "indexes", "check_constraints")) {
      for (JsonNode one : copy.path(part)) {
        TRUE_BEFORE.forEach(field -> ((ObjectNode) one).put(field, true));
      }
    }
    copy.putArray(UNKNOWN)
        .addObject()
        .put("fact", Fact.NEWER_FACTS.jsonName())
        .put("last_known", false);
    return copy;
  }
}
