package io.gazetteer.api.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of the records that answers are made from, each under its name. */
final class Schemas {
  static final String AT = "#/components/schemas/";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<Class<?>, String> SIMPLE =
      Map.of(
          String.class, "{\"type\":\"string\"}",
          UUID.class, "{\"type\":\"string\",\"format\":\"uuid\"}",
          Instant.class, "{\"type\":\"string\",\"format\":\"date-time\"}",
          Boolean.class, "{\"type\":\"boolean\"}",
          Integer.class, "{\"type\":\"integer\",\"format\":\"int32\"}",
          Long.class, "{\"type\":\"integer\",\"format\":\"int64\"}",
          Double.class, "{\"type\":\"number\",\"format\":\"double\"}");

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class,
          int.class, Integer.class,
          long.class, Long.class,
          double.class, Double.class);

  private final Words words;
  private final ObjectNode components;

  /**
   * Collects into an object.
   *
   * @param components the schemas by their names
   */
  Schemas(Words words, ObjectNode components) {
    this.words = words;
    this.components = components;
  }

  /** A reference to the record's schema, which is among the components from now on. */
  ObjectNode reference(Class<?> type) {
    var name = name(type);
    if (!components.has(name)) {
      var schema = components.putObject(name).put("type", "object");
      schema.putObject("properties");
      schema.putArray("required");
      addProperties(type, name, schema);
    }
    return reference(name);
  }

  static ObjectNode reference(String name) {
    return JSON.createObjectNode().put("$ref", AT + name);
  }

  /** A page of users is a {@code UserPage}, whatever the controller calls it. */
  private static String name(Class<?> type) {
    var own = type.getSimpleName();
    var outer = type.getDeclaringClass();
    if (outer == null || outer == Shapes.class) {
      return own;
    }
    var feature = outer.getSimpleName().replace("Controller", "");
    return own.startsWith(feature) ? own : feature + own;
  }

  private void addProperties(Class<?> type, String schema, ObjectNode object) {
    for (RecordComponent component : type.getRecordComponents()) {
      var accessor = component.getAccessor();
      if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
        addProperties(component.getType(), component.getType().getSimpleName(), object);
      } else if (!accessor.isAnnotationPresent(JsonIgnore.class)) {
        var name = jsonName(component);
        object.withObject("/properties").set(name, property(component, schema, name));
        if (!mayBeLeftOut(component)) {
          object.withArray("required").add(name);
        }
      }
    }
  }

  private static String jsonName(RecordComponent component) {
    var given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null
        ? PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName())
        : given.value();
  }

  private static boolean mayBeLeftOut(RecordComponent component) {
    var rule = component.getAccessor().getAnnotation(JsonInclude.class);
    if (rule == null) {
      rule = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
    }
    return rule != null && isNullable(component.getAnnotatedType());
  }

  private JsonNode property(RecordComponent component, String schema, String name) {
    var said = words.field(schema, name);
    var raw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
    var type = component.getAnnotatedType();
    var property =
        raw ? JSON.createObjectNode() : mayBeLeftOut(component) ? notNull(type) : of(type);
    if (said.isString()) {
      return property.put("description", said.asString());
    }
    said.properties().forEach(word -> put(property, word.getKey(), word.getValue()));
    return property;
  }

  private static void put(ObjectNode property, String key, JsonNode value) {
    switch (key) {
      case "text" -> property.set("description", value);
      case "values_of" -> property.set("enum", values(enumOf(value.asString())));
      default -> property.set(key, value);
    }
  }

  private static Class<?> enumOf(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The schema of a type; one that may be null says so. */
  ObjectNode of(AnnotatedType type) {
    var schema = notNull(type);
    return isNullable(type) ? orNull(schema) : schema;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.has("$ref")) {
      var either = JSON.createObjectNode();
      either.putArray("anyOf").add(schema).addObject().put("type", "null");
      return either;
    }
    if (schema.isEmpty()) {
      return schema;
    }
    schema.set("type", JSON.createArrayNode().add(schema.get("type")).add("null"));
    if (schema.has("enum")) {
      schema.withArray("enum").addNull();
    }
    return schema;
  }

  private ObjectNode notNull(AnnotatedType type) {
    var plain = raw(type.getType());
    var raw = BOXES.getOrDefault(plain, plain);
    var schema = JSON.createObjectNode();
    if (List.class.isAssignableFrom(raw)) {
      schema.put("type", "array").set("items", of(argument(type, 0)));
    } else if (Map.class.isAssignableFrom(raw)) {
      schema.put("type", "object").set("additionalProperties", of(argument(type, 1)));
    } else if (raw.isEnum()) {
      schema.put("type", "string").set("enum", values(raw));
    } else if (raw.isRecord()) {
      return reference(raw);
    } else if (SIMPLE.containsKey(raw)) {
      return (ObjectNode) JSON.readTree(SIMPLE.get(raw));
    } else if (raw != Object.class) {
      throw new IllegalStateException("No schema for " + type);
    }
    return schema;
  }

  private static JsonNode values(Class<?> type) {
    return JSON.valueToTree(type.getEnumConstants());
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
