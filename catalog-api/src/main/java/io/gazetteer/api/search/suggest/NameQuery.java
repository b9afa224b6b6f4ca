package io.gazetteer.api.search.suggest;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks Elasticsearch for distinct names and how many documents have each. It fetches and scores no
 * document, and finds words by their beginnings as fast as whole words ({@code index_prefixes}).
 */
final class NameQuery {
  /** A shorter text begins so many names that the best are among the most frequent anyway. */
  private static final int SHORTEST_BEGINNING = 3;

  private static final int NAMES = 100;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Scope scope;

  NameQuery(Scope scope) {
    this.scope = scope;
  }

  /**
   * Asks for the most frequent names that fit, and apart from them for the most frequent names that
   * fit better, which may be too rare to be among the first.
   */
  ObjectNode candidates(NameMatcher matcher) {
    var beginning = beginnings(matcher);
    var body = body(anyWay(matcher, true, beginning));
    for (String kind : NameCounts.KINDS) {
      var aggregations = kind(body, kind);
      names(aggregations, "names");
      if (matcher.hasVariants()) {
        names(aggregations, "literal", anyWay(matcher, false, beginning));
      }
      if (!beginning.isEmpty()) {
        names(aggregations, "beginning", Queries.anyOf(beginning));
        names(
            aggregations, "whole", Queries.terms(Fields.NAME_FOLDED, spellings(matcher).toList()));
      }
    }
    return body;
  }

  /** Asks how many tables and columns have each of these names. */
  ObjectNode counts(Collection<String> names) {
    var body = body(Queries.terms(Fields.NAME, names));
    NameCounts.KINDS.forEach(kind -> names(kind(body, kind), "names"));
    return body;
  }

  private ObjectNode body(ObjectNode query) {
    var body = Queries.object();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "2s");
    var bool = body.putObject("query").putObject("bool");
    bool.putArray("filter").add(query);
    if (scope.narrowed() || !scope.ids().isEmpty()) {
      bool.withArray(scope.narrowed() ? "filter" : "must_not")
          .add(Queries.terms(Fields.DATA_SOURCE_ID, scope.ids()));
    }
    return body;
  }

  /** Counts documents of one kind only; in the other kind's index that costs nothing. */
  private static ObjectNode kind(ObjectNode body, String kind) {
    var aggregation = body.withObject("/aggs").putObject(kind);
    aggregation.set("filter", Queries.exists(kind.equals("table") ? Fields.KIND : Fields.TABLE_ID));
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

  /** Counts the names of those documents only that pass a filter. */
  private static void names(ObjectNode aggregations, String name, ObjectNode filter) {
    var aggregation = aggregations.putObject(name);
    aggregation.set("filter", filter);
    names(aggregation.putObject("aggs"), "names");
  }

  private static ObjectNode anyWay(
      NameMatcher matcher, boolean variants, List<ObjectNode> beginnings) {
    var ways = new ArrayList<>(beginnings);
    matcher
        .alternatives()
        .forEach(
            words ->
                ways.add(Queries.allOf(words.stream().map(word -> word(word, variants)).toList())));
    return Queries.anyOf(ways);
  }

  private static ObjectNode word(WordPattern word, boolean variants) {
    var ways = new ArrayList<ObjectNode>();
    if (!word.beginning().isEmpty()) {
      ways.add(Queries.prefix(Fields.NAME_WORDS, word.beginning()));
    }
    word.singulars().forEach(singular -> ways.add(Queries.term(Fields.NAME_WORDS, singular)));
    if (variants) {
      for (List<String> words : word.variants()) {
        ways.add(
            Queries.allOf(
                words.stream().map(one -> Queries.term(Fields.NAME_WORDS, one)).toList()));
      }
    }
    return ways.isEmpty() ? Queries.none() : Queries.anyOf(ways);
  }

  /** Names that begin with the text: these may have no words, or others than those typed so far. */
  private static List<ObjectNode> beginnings(NameMatcher matcher) {
    return matcher.text().length() < SHORTEST_BEGINNING && !matcher.alternatives().isEmpty()
        ? List.of()
        : spellings(matcher).map(text -> Queries.prefix(Fields.NAME_FOLDED, text)).toList();
  }

  /** The typed text as a name may have it, with or without signs between its parts. */
  private static Stream<String> spellings(NameMatcher matcher) {
    var parts = BLANKS.split(matcher.text(), -1);
    return Stream.of(" ", "_", "").map(between -> String.join(between, parts)).distinct();
  }
}
