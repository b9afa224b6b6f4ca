package io.gazetteer.common.index;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the Elasticsearch queries that we use. None of them parses a query language. */
public final class Queries {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Queries() {}

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ObjectNode term(String field, String value) {
    var query = object();
    query.putObject("term").put(field, value);
    return query;
  }

  public static ObjectNode term(String field, boolean value) {
    var query = object();
    query.putObject("term").put(field, value);
    return query;
  }

  /**
   * Matches documents whose field of exact names has this name, in any case of its letters.
   *
   * @param value not a pattern
   */
  public static ObjectNode termInAnyCase(String field, String value) {
    return AnyCase.term(field, value);
  }

  public static ObjectNode terms(String field, Collection<String> values) {
    if (values.size() == 1) {
      return term(field, values.iterator().next());
    }
    var query = object();
    var array = query.putObject("terms").putArray(field);
    values.forEach(array::add);
    return query;
  }

  public static ObjectNode prefix(String field, String beginning) {
    var query = object();
    query.putObject("prefix").put(field, beginning);
    return query;
  }

  /** Matches a field by a pattern; only {@code *} and {@code ?} have a meaning. */
  public static ObjectNode wildcard(String field, String pattern) {
    var query = object();
    query.putObject("wildcard").putObject(field).put("value", plain(pattern));
    return query;
  }

  /** Matches a field of exact names by a pattern of {@code *} and {@code ?}, in any case. */
  public static ObjectNode wildcardInAnyCase(String field, String pattern) {
    return AnyCase.wildcard(field, pattern);
  }

  static String plain(String pattern) {
    return pattern.replace("\\", "\\\\");
  }

  public static ObjectNode phrase(String field, List<String> words) {
    var query = object();
    query.putObject("match_phrase").put(field, String.join(" ", words));
    return query;
  }

  public static ObjectNode exists(String field) {
    var query = object();
    query.putObject("exists").put("field", field);
    return query;
  }

  public static ObjectNode atLeast(String field, int least) {
    var query = object();
    query.putObject("range").putObject(field).put("gte", least);
    return query;
  }

  public static ObjectNode all() {
    var query = object();
    query.putObject("match_all");
    return query;
  }

  public static ObjectNode none() {
    var query = object();
    query.putObject("match_none");
    return query;
  }

  public static ObjectNode allOf(List<? extends JsonNode> filters) {
    var query = object();
    query.putObject("bool").putArray("filter").addAll(filters);
    return query;
  }

  public static ObjectNode anyOf(List<? extends JsonNode> queries) {
    return atLeast(1, queries);
  }

  public static ObjectNode atLeast(int matches, List<? extends JsonNode> queries) {
    var query = object();
    var bool = query.putObject("bool");
    bool.putArray("should").addAll(queries);
    bool.put("minimum_should_match", matches);
    return query;
  }

  public static ObjectNode not(JsonNode unwanted) {
    var query = object();
    query.putObject("bool").putArray("must_not").add(unwanted);
    return query;
  }

  public static ObjectNode bestOf(List<? extends JsonNode> queries) {
    var query = object();
    query.putObject("dis_max").putArray("queries").addAll(queries);
    return query;
  }

  public static ObjectNode constant(JsonNode filter, double points) {
    var query = object();
    query.putObject("constant_score").put("boost", points).set("filter", filter);
    return query;
  }
}
