package io.gazetteer.api.suggest;

import java.util.List;
import java.util.Locale;
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
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Scope scope;

  NameQuery(Scope scope) {
    this.scope = scope;
  }

  /** Candidates: the most frequent names that fit, and those of them that begin as typed. */
  ObjectNode candidates(Typed typed, Wish wish) {
    var fitting = JSON.createObjectNode();
    var alternatives = fitting.putObject("bool").putArray("should");
    wish.alternatives().forEach(slots -> alternatives.add(all(slots, true)));
    var body = body(fitting);
    for (String kind : NameCounts.KINDS) {
      var aggregations = kind(body, kind);
      names(aggregations, "names");
      if (wish.hasVariants()) {
        var literal = aggregations.putObject("literal");
        var should = literal.putObject("filter").putObject("bool").putArray("should");
        wish.alternatives().forEach(slots -> should.add(all(slots, false)));
        names(literal.putObject("aggs"), "names");
      }
      if (wish.text().length() >= BEGINNING_FROM) {
        var beginning = aggregations.putObject("beginning");
        beginning(typed.text(), beginning.putObject("filter"));
        names(beginning.putObject("aggs"), "names");
      }
    }
    return body;
  }

  /** How many tables and columns have each of these names. */
  ObjectNode counts(Iterable<String> names) {
    var query = JSON.createObjectNode();
    var terms = query.putObject("terms").putArray("name");
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
    var ids = filters.addObject().putObject("terms").putArray("data_source_id");
    scope.ids().forEach(ids::add);
  }

  /** What the documents of a kind alone have; on the other's shards it costs nothing. */
  private static ObjectNode kind(ObjectNode body, String kind) {
    var aggregation = body.withObject("/aggs").putObject(kind);
    aggregation
        .putObject("filter")
        .putObject("exists")
        .put("field", kind.equals("table") ? "kind" : "table_id");
    return aggregation.putObject("aggs");
  }

  private static void names(ObjectNode aggregations, String name) {
    aggregations
        .putObject(name)
        .putObject("terms")
        .put("field", "name")
        .put("size", NAMES)
        .put("shard_size", 2 * NAMES);
  }

  private static ObjectNode all(List<Slot> slots, boolean variants) {
    var all = JSON.createObjectNode();
    var filters = all.putObject("bool").putArray("filter");
    slots.forEach(slot -> filters.add(slot(slot, variants)));
    return all;
  }

  private static ObjectNode slot(Slot slot, boolean variants) {
    var any = JSON.createObjectNode();
    var should = any.putObject("bool").putArray("should");
    if (!slot.beginning().isEmpty()) {
      prefix(should.addObject(), "name_words", slot.beginning());
    }
    if (variants) {
      for (List<String> words : slot.variants()) {
        var together = should.addObject().putObject("bool").putArray("filter");
        words.forEach(word -> together.addObject().putObject("term").put("name_words", word));
      }
    }
    if (should.isEmpty()) {
      should.addObject().putObject("match_none");
    }
    return any;
  }

  private static void beginning(String text, ObjectNode filter) {
    var pieces = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
    var should = filter.putObject("bool").putArray("should");
    Stream.of(" ", "_", "")
        .map(between -> String.join(between, pieces))
        .distinct()
        .forEach(written -> prefix(should.addObject(), "name_folded", written));
  }

  private static void prefix(ObjectNode query, String field, String beginning) {
    query.putObject("prefix").put(field, beginning);
  }
}
