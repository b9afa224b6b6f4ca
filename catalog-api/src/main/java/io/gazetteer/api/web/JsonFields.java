package io.gazetteer.api.web;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object in a request, read one by one: each wrong one is remembered, and
 * {@link #check()} names them all.
 */
public final class JsonFields {
  private final ObjectNode object;
  private final Violations violations = new Violations();

  JsonFields(ObjectNode object) {
    this.object = object;
  }

  /** Whether the field is there at all, null included. */
  public boolean has(String field) {
    return object.has(field);
  }

  /** A required string; null when it is wrong, which {@link #check()} reports. */
  public @Nullable String text(String field) {
    var value = value(field);
    if (value == null || value.isString()) {
      return value == null ? null : value.stringValue();
    }
    violations.add(field, "must be a string");
    return null;
  }

  /** A required whole number; null when it is wrong, which {@link #check()} reports. */
  public @Nullable Integer integer(String field, int least, int most) {
    var value = value(field);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber()
        && value.canConvertToInt()
        && value.intValue() >= least
        && value.intValue() <= most) {
      return value.intValue();
    }
    violations.add(field, "must be a whole number from " + least + " to " + most);
    return null;
  }

  private @Nullable JsonNode value(String field) {
    Optional<JsonNode> value = object.optional(field).filter(node -> !node.isNull());
    if (value.isEmpty()) {
      violations.add(field, object.has(field) ? "must not be null" : "is missing");
    }
    return value.orElse(null);
  }

  /** Remembers that something is wrong with a field. */
  public void refuse(String field, String message) {
    violations.add(field, message);
  }

  /** Remembers every field that is none of these. */
  public void refuseOthers(Collection<String> known) {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> violations.add(name, "is not a known field"));
  }

  /** Throws a {@link Problem} that names every wrong field, if there is one. */
  public void check() {
    violations.check();
  }
}
