package io.gazetteer.api.search;

import io.gazetteer.api.search.folding.Folding;
import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.question.FoundTable;
import io.gazetteer.api.search.question.Question;
import io.gazetteer.api.search.question.TableRanking;
import io.gazetteer.api.search.ranking.NamedClauses;
import io.gazetteer.api.search.ranking.QuestionQuery;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds the bodies of what a question asks Elasticsearch. */
final class QuestionBodies {
  /** So many tables with words of a question are put in order; the others are far from it. */
  static final int CANDIDATES = 200;

  private static final int OTHERS = 60;
  private static final double JOINED = 2;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** What of a description the columns of a hit are made of. */
  private static final List<String> DESCRIBED =
      List.of(
          Fields.DESCRIPTION + ".columns.name",
          Fields.DESCRIPTION + ".columns.data_type",
          Fields.DESCRIPTION + ".columns.comment",
          Fields.DESCRIPTION + ".columns.primary_key",
          Fields.DESCRIPTION + ".foreign_keys");

  private final SearchRequest request;
  private final Collection<String> hidden;

  /**
   * @param hidden ids of data sources whose documents are no hits any more
   */
  QuestionBodies(SearchRequest request, Collection<String> hidden) {
    this.request = request;
    this.hidden = hidden;
  }

  /**
   * Asks for the tables with words of the question.
   *
   * @param nameWhole whether a table says that it has all of the words
   */
  ObjectNode candidates(
      ResolvedQuery resolved, Question question, PageStart start, boolean nameWhole) {
    var weak =
        question.content().stream()
            .filter(question::isWeak)
            .map(ANALYZER::words)
            .collect(Collectors.toSet());
    var query = QuestionQuery.build(resolved, weak::contains, NamedClauses.of(request.explain()));
    if (nameWhole) {
      QuestionQuery.nameWhole(resolved, weak::contains, query);
    }
    SearchBody.narrow((ObjectNode) query.path("bool"), request, hidden);
    var body = body(query, CANDIDATES);
    body.put("track_total_hits", SearchBody.EXACT_TOTAL);
    SearchBody.order(body);
    if (start.isFirst()) {
      var counted = body.putObject("aggs");
      for (Facet facet : Facet.values()) {
        facet.ask(counted);
      }
    }
    return body;
  }

  /** Asks for tables of which one copy each has one of these keys. */
  ObjectNode withKeys(ResolvedQuery resolved, Collection<String> keys) {
    var query = QuestionQuery.conditions(resolved);
    var bool = (ObjectNode) query.path("bool");
    SearchBody.narrow(bool, request, hidden);
    bool.withArray("filter").add(Queries.terms(Fields.FOLD, keys));
    bool.withArray("filter").add(Queries.exists(Fields.KIND));
    var body = body(query, CANDIDATES);
    body.put("track_total_hits", false);
    SearchBody.order(body);
    Folding.fold(body, 0);
    return body;
  }

  /** Asks for tables without a word that are joined with found ones, or in a small schema. */
  ObjectNode others(TableRanking ranking) {
    var best = ranking.best();
    var ways = new ArrayList<ObjectNode>();
    for (FoundTable table : best) {
      ways.add(Queries.constant(inSource(table.source(), referring(table)), JOINED));
    }
    for (var schema : ranking.smallSchemas()) {
      ways.add(
          Queries.constant(
              inSource(schema.source(), Queries.term(Fields.SCHEMA, schema.schema())), 1));
    }
    var query = Queries.anyOf(ways);
    var bool = (ObjectNode) query.path("bool");
    SearchBody.narrow(bool, request, hidden);
    // Columns have a schema, too.
    bool.withArray("filter").add(Queries.exists(Fields.KIND));
    bool.withArray("must_not").add(Queries.term(Fields.KIND, "partition"));
    bool.withArray("must_not").add(withIds(ranking.ids()));
    var body = body(query, OTHERS);
    body.put("track_total_hits", false);
    SearchBody.order(body);
    return body;
  }

  private static ObjectNode inSource(String source, ObjectNode filter) {
    return Queries.allOf(List.of(Queries.term(Fields.DATA_SOURCE_ID, source), filter));
  }

  /** Tables with a foreign key to this one, and those that it has one to. */
  private static ObjectNode referring(FoundTable table) {
    var ways = new ArrayList<ObjectNode>();
    ways.add(Queries.term(Fields.REFERENCES, table.qualified()));
    for (String reference : table.references()) {
      int dot = reference.indexOf('.');
      ways.add(
          Queries.allOf(
              List.of(
                  Queries.term(Fields.SCHEMA, reference.substring(0, dot)),
                  Queries.term(Fields.NAME, reference.substring(dot + 1)))));
    }
    return Queries.anyOf(ways);
  }

  /** Asks for what the hits of a page say. */
  ObjectNode documents(List<String> ids) {
    var body = JSON.createObjectNode();
    body.put("size", ids.size()).put("timeout", "5s").put("track_total_hits", false);
    body.set("query", withIds(ids));
    var fields = body.putObject("_source").putArray("includes");
    SearchBody.FIELDS.forEach(fields::add);
    DESCRIBED.forEach(fields::add);
    return body;
  }

  private static ObjectNode withIds(List<String> ids) {
    var query = Queries.object();
    ids.forEach(query.putObject("ids").putArray("values")::add);
    return query;
  }

  private static ObjectNode body(ObjectNode query, int size) {
    var body = JSON.createObjectNode();
    body.put("size", size).put("timeout", "5s").put("_source", false);
    body.set("query", query);
    FoundTable.FIELDS.forEach(body.putArray("docvalue_fields")::add);
    return body;
  }
}
