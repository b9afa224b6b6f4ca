package io.gazetteer.api.search.suggest;

import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for distinct names and how many documents have each: no document is fetched or scored, and
 * words are found by their beginnings as by whole words ({@code index_prefixes}).
 */
final class NameQuery {
  /** Beginnings shorter than this have so many names that they are found among the frequent. */
  private static final int BEGINNING_FROM = 3;

  private static final int NAMES = 100;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Scope scope;

  NameQuery(Scope scope) {
    this.scope = scope;
  }

  /**
   * Candidates: the most frequent names that fit, and of those the most frequent that fit better,
   * which may not be among them.
   */
  ObjectNode candidates(NameMatcher wish) {
    var beginning = begins(wish);
    var body = body(any(wish, true, beginning));
    for (String kind : NameCounts.KINDS) {
      var aggregations = kind(body, kind);
      names(aggregations, "names");
      if (wish.hasVariants()) {
        names(aggregations, "literal", any(wish, false, beginning));
      }
      if (!beginning.isEmpty()) {
        names(aggregations, "beginning", anyOf(beginning));
        names(aggregations, "whole", names(wish));
      }
    }
    return body;
  }

  /** How many tables and columns have each of these names. */
  ObjectNode counts(Iterable<String> names) {
    var query = JSON.createObjectNode();
    var terms = query.putObject("terms").putArray(Fields.NAME);
    names.forEach(terms::add);
    var body = body(query);
    NameCounts.KINDS.forEach(kind -> names(kind(body, kind), "names"));
    return body;
  }

  private ObjectNode body(ObjectNode query) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "2s");
    var bool = body.putObject("query").putObject("bool");
    bool.putArray("filter").add(query);
    if (scope.narrowed()) {
      sources(bool.withArray("filter"));
    } else if (!scope.ids().isEmpty()) {
      sources(bool.putArray("must_not"));
    }
    return body;
  }

  private void sources(ArrayNode filters) {
    var ids = filters.addObject().putObject("terms").putArray(Fields.DATA_SOURCE_ID);
    scope.ids().forEach(ids::add);
  }

  /** What the documents of a kind alone have; on the other's shards it costs nothing. */
  private static ObjectNode kind(ObjectNode body, String kind) {
    var aggregation = body.withObject("/aggs").putObject(kind);
    aggregation
        .putObject("filter")
        .putObject("exists")
        .put("field", kind.equals("table") ? Fields.KIND : Fields.TABLE_ID);
    return aggregation.putObject("aggs");
  }

  private static void names(ObjectNode aggregations, String name) {
    aggregations
        .putObject(name)
        .putObject("terms")
        .put("field", Fields.NAME)
        .put("size", NAMES)
        .put("shard_size", 2 * NAMES);
  }

  /** The same of those of them that a filter leaves. */
  private static void names(ObjectNode aggregations, String name, ObjectNode filter) {
    var aggregation = aggregations.putObject(name);
    aggregation.set("filter", filter);
    names(aggregation.putObject("aggs"), "names");
  }

  private static ObjectNode any(NameMatcher wish, boolean variants, List<ObjectNode> beginning) {
    var ways = new ArrayList<>(beginning);
    wish.alternatives().forEach(slots -> ways.add(all(slots, variants)));
    return anyOf(ways);
  }

  private static ObjectNode anyOf(List<ObjectNode> ways) {
    var any = JSON.createObjectNode();
    any.putObject("bool").putArray("should").addAll(ways);
    return any;
  }

  private static ObjectNode all(List<WordPattern> slots, boolean variants) {
    var all = JSON.createObjectNode();
    var filters = all.putObject("bool").putArray("filter");
    slots.forEach(slot -> filters.add(slot(slot, variants)));
    return all;
  }

  private static ObjectNode slot(WordPattern slot, boolean variants) {
    var any = JSON.createObjectNode();
    var should = any.putObject("bool").putArray("should");
    if (!slot.beginning().isEmpty()) {
      should.add(prefix(Fields.NAME_WORDS, slot.beginning()));
    }
    slot.singulars()
        .forEach(word -> should.addObject().putObject("term").put(Fields.NAME_WORDS, word));
    if (variants) {
      for (List<String> words : slot.variants()) {
        var together = should.addObject().putObject("bool").putArray("filter");
        words.forEach(word -> together.addObject().putObject("term").put(Fields.NAME_WORDS, word));
      }
    }
    if (should.isEmpty()) {
      should.addObject().putObject("match_none");
    }
    return any;
  }

  /**
   * NameLookup that go on so: also what has no words, or is made of others than those typed so far.
   */
  private static List<ObjectNode> begins(NameMatcher wish) {
    return wish.text().length() < BEGINNING_FROM && !wish.alternatives().isEmpty()
        ? List.of()
        : written(wish).map(text -> prefix(Fields.NAME_FOLDED, text)).toList();
  }

  private static ObjectNode names(NameMatcher wish) {
    var names = JSON.createObjectNode();
    var texts = names.putObject("terms").putArray(Fields.NAME_FOLDED);
    written(wish).forEach(texts::add);
    return names;
  }

  /** What was typed, as it may be in a name. */
  private static Stream<String> written(NameMatcher wish) {
    var pieces = BLANKS.split(wish.text(), -1);
    return Stream.of(" ", "_", "").map(between -> String.join(between, pieces)).distinct();
  }

  private static ObjectNode prefix(String field, String beginning) {
    var query = JSON.createObjectNode();
    query.putObject("prefix").put(field, beginning);
    return query;
  }
}
