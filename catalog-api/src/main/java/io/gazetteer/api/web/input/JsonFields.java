package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON object in a request, one by one: each wrong one is remembered, and
 * {@link #check()} names them all.
 */
public final class JsonFields {
  private final ObjectNode object;
  private final Violations violations;

  /** Stands before the names of the fields when they are refused. */
  private final String prefix;

  JsonFields(ObjectNode object) {
    this(object, new Violations(), "");
  }

  private JsonFields(ObjectNode object, Violations violations, String prefix) {
    this.object = object;
    this.violations = violations;
    this.prefix = prefix;
  }

  /** Reads the fields of an object that was not sent as JSON. */
  public static JsonFields of(ObjectNode object) {
    return new JsonFields(object);
  }

  /** Says whether the field is there at all, null included. */
  public boolean has(String field) {
    return object.has(field);
  }

  /** Says whether the field is there and null. */
  public boolean isNull(String field) {
    return object.path(field).isNull();
  }

  /** Says whether the field is there and an empty string. */
  public boolean isEmpty(String field) {
    var value = object.path(field);
    return value.isString() && value.stringValue().isEmpty();
  }

  /**
   * Reads a required string without a null character, which PostgreSQL does not take; null when it
   * is wrong, which {@link #check()} reports.
   */
  public @Nullable String text(String field) {
    var value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      refuse(field, "must be a string");
      return null;
    }
    if (value.stringValue().indexOf('\0') >= 0) {
      refuse(field, Parameters.NULL_CHARACTER);
      return null;
    }
    if (!isWhole(value.stringValue())) {
      refuse(field, "must not contain half of a surrogate pair");
      return null;
    }
    return value.stringValue();
  }

  /** Reads a required whole number; null when it is wrong, which {@link #check()} reports. */
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
    refuse(field, "must be a whole number from " + least + " to " + most);
    return null;
  }

  /** Reads a required true or false; null when it is wrong, which {@link #check()} reports. */
  public @Nullable Boolean flag(String field) {
    var value = value(field);
    if (value == null || value.isBoolean()) {
      return value == null ? null : value.booleanValue();
    }
    refuse(field, "must be true or false");
    return null;
  }

  /**
   * Reads a required object; null when it is none, which {@link #check()} reports together with
   * what is wrong in its own fields.
   */
  public @Nullable JsonFields object(String field) {
    var value = value(field);
    if (value instanceof ObjectNode inner) {
      return new JsonFields(inner, violations, prefix + field + ".");
    }
    if (value != null) {
      refuse(field, "must be an object");
    }
    return null;
  }

  /**
   * Reads a required list of at most this many objects; empty when it is wrong, which {@link
   * #check()} reports together with what is wrong in the objects' own fields: {@code
   * list[2].field}.
   */
  public List<JsonFields> objects(String field, int most) {
    var value = value(field);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      refuse(field, "must be a list of at most %d objects".formatted(most));
      return List.of();
    }
    var objects = new ArrayList<JsonFields>();
    for (int i = 0; i < value.size(); i++) {
      var place = "%s[%d]".formatted(field, i);
      if (value.get(i) instanceof ObjectNode inner) {
        objects.add(new JsonFields(inner, violations, prefix + place + "."));
      } else {
        refuse(place, "must be an object");
      }
    }
    return objects;
  }

  /**
   * Reads a required list of this many strings of 1 to this many characters at most; null when it
   * is wrong, which {@link #check()} reports.
   */
  public @Nullable List<String> texts(String field, int mostTexts, int mostCharacters) {
    var value = value(field);
    if (value == null) {
      return null;
    }
    if (value.isArray()
        && value.size() <= mostTexts
        && value.valueStream().allMatch(text -> isText(text, mostCharacters))) {
      return value.valueStream().map(JsonNode::stringValue).toList();
    }
    refuse(
        field,
        "must be a list of at most %d strings of 1 to %d characters"
            .formatted(mostTexts, mostCharacters));
    return null;
  }

  private static boolean isText(JsonNode value, int mostCharacters) {
    return value.isString()
        && !value.stringValue().isEmpty()
        && isWhole(value.stringValue())
        && value.stringValue().length() <= mostCharacters;
  }

  /** Says whether every character can be encoded: JSON can hold half of one, UTF-8 cannot. */
  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private @Nullable JsonNode value(String field) {
    Optional<JsonNode> value = object.optional(field).filter(node -> !node.isNull());
    if (value.isEmpty()) {
      refuse(field, object.has(field) ? "must not be null" : "is missing");
    }
    return value.orElse(null);
  }

  /** Remembers that something is wrong with a field. */
  public void refuse(String field, String message) {
    violations.add(prefix + field, message);
  }

  /** Refuses every field that is none of these. */
  public void refuseOthers(Collection<String> known) {
    refuseOthers(known, Map.of());
  }

  /**
   * Refuses every field that is none of these.
   *
   * @param meant the right names of fields by the names that people give them
   */
  public void refuseOthers(Collection<String> known, Map<String, String> meant) {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> refuse(name, "is not a known field" + hint(name, meant)));
  }

  private static String hint(String name, Map<String, String> meant) {
    var right = meant.get(name.toLowerCase(Locale.ROOT));
    return right == null ? "" : "; it is called " + right;
  }

  /** Throws a {@link Problem} that names every wrong field, if there is one. */
  public void check() {
    violations.check();
  }
}
