package io.gazetteer.api.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What matches, and how well. Every word must match somewhere: in the name best, in the names
 * around it less. Weights are constants, so that scores of tables and columns, and of one shard and
 * another, compare. Nothing a caller types is a query language of Elasticsearch's.
 */
final class RankedQuery {
  private static final double NAME = 10;
  private static final double NAME_PREFIX = 6;
  private static final double TABLE = 4;
  private static final double COMMENT = 3;
  private static final double COLUMNS = 2.5;
  private static final double SCHEMA = 2;
  private static final double TYPO = 2;

  private static final double EXACT_NAME = 120;
  private static final double EXACT_IN_ANY_CASE = 100;
  private static final double QUALIFIED_NAME = 90;
  private static final double JOINED_NAME = 80;
  private static final double ALL_IN_NAME = 30;
  private static final double IN_ORDER = 5;
  private static final double BEGINNING = 8;

  /** What is shorter begins too many names. */
  private static final int BEGINNING_FROM = 3;

  /** A word shorter than this has too many neighbours. */
  private static final int TYPO_FROM = 4;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String text;
  private final List<String> words;
  private final boolean forgiving;

  /**
   * What to build from.
   *
   * @param forgiving whether a word may be one edit away
   */
  RankedQuery(String text, List<String> words, boolean forgiving) {
    this.text = text;
    this.words = words;
    this.forgiving = forgiving;
  }

  /** A {@code bool} query, to which filters can be added. */
  ObjectNode build() {
    var query = JSON.createObjectNode();
    var bool = query.putObject("bool");
    if (words.isEmpty()) {
      // Only signs and symbols: there can be a table of just that name.
      bool.put("minimum_should_match", 1);
    } else {
      var must = bool.putArray("must");
      words.forEach(word -> must.add(anywhere(word)));
      must.add(notByTableAlone());
      preferWholeNames(bool.withArray("should"));
    }
    preferExactNames(bool.withArray("should"));
    return query;
  }

  private ObjectNode anywhere(String word) {
    var query = JSON.createObjectNode();
    var fields = query.putObject("dis_max").putArray("queries");
    fields.add(term("name_words", word, NAME));
    fields.add(prefix("name_words", word, NAME_PREFIX));
    fields.add(term("table_words", word, TABLE));
    fields.add(term("comment_words", word, COMMENT));
    fields.add(term("column_words", word, COLUMNS));
    fields.add(term("schema_words", word, SCHEMA));
    if (forgiving && word.length() >= TYPO_FROM) {
      fields.add(typo(word));
    }
    return query;
  }

  /** A table's fifty columns are no answer to the table's name: it is itself. */
  private ObjectNode notByTableAlone() {
    var query = JSON.createObjectNode();
    var either = query.putObject("bool").putArray("should");
    either.addObject().putObject("exists").put("field", "kind");
    for (String word : words) {
      either.add(prefix("name_words", word, 0));
      either.add(term("comment_words", word, 0));
      if (forgiving && word.length() >= TYPO_FROM) {
        either.add(typo(word));
      }
    }
    var constant = JSON.createObjectNode();
    constant.putObject("constant_score").put("boost", 0).set("filter", query);
    return constant;
  }

  private void preferWholeNames(ArrayNode should) {
    var all = JSON.createObjectNode();
    var must = all.putObject("bool").putArray("filter");
    words.forEach(word -> must.addObject().putObject("term").put("name_words", word));
    should.add(constant(all, ALL_IN_NAME));
    if (words.size() > 1) {
      var phrase = JSON.createObjectNode();
      phrase.putObject("match_phrase").put("name_words", String.join(" ", words));
      should.add(constant(phrase, IN_ORDER));
    }
    // The only part that is not constant: a short name that matches says more than a long one.
    should
        .addObject()
        .putObject("match")
        .putObject("name_words")
        .put("query", String.join(" ", words));
  }

  private void preferExactNames(ArrayNode should) {
    var folded = text.toLowerCase(Locale.ROOT);
    should.add(term("name", text, EXACT_NAME));
    should.add(term("name_folded", folded, EXACT_IN_ANY_CASE));
    for (String joined : joinedNames(folded)) {
      should.add(term("name_folded", joined, JOINED_NAME));
    }
    if (folded.length() >= BEGINNING_FROM) {
      should.add(prefix("name_folded", folded, BEGINNING));
    }
    int dot = folded.lastIndexOf('.');
    if (dot > 0) {
      should.add(qualified("schema", text.substring(0, dot), folded.substring(dot + 1)));
      should.add(qualified("table", text.substring(0, dot), folded.substring(dot + 1)));
    }
  }

  /** How the words of a query are usually written as one name. */
  private Set<String> joinedNames(String folded) {
    var parts = folded.split("\\s+", -1);
    var names = new LinkedHashSet<String>();
    if (parts.length > 1) {
      names.add(String.join("_", parts));
      names.add(String.join("", parts));
      names.add(String.join("-", parts));
    }
    return names;
  }

  private static ObjectNode qualified(String field, String value, String name) {
    var query = JSON.createObjectNode();
    var both = query.putObject("bool").putArray("filter");
    both.addObject().putObject("term").put(field, value);
    both.addObject().putObject("term").put("name_folded", name);
    return constant(query, QUALIFIED_NAME);
  }

  private static ObjectNode term(String field, String value, double weight) {
    var query = JSON.createObjectNode();
    query.putObject("term").put(field, value);
    return constant(query, weight);
  }

  private static ObjectNode prefix(String field, String beginning, double weight) {
    var query = JSON.createObjectNode();
    query.putObject("prefix").put(field, beginning);
    return constant(query, weight);
  }

  private static ObjectNode typo(String word) {
    var query = JSON.createObjectNode();
    query
        .putObject("fuzzy")
        .putObject("name_words")
        .put("value", word)
        .put("fuzziness", 1)
        .put("prefix_length", 1)
        .put("max_expansions", 20);
    return constant(query, TYPO);
  }

  private static ObjectNode constant(ObjectNode query, double weight) {
    var constant = JSON.createObjectNode();
    constant.putObject("constant_score").put("boost", weight).set("filter", query);
    return constant;
  }
}
