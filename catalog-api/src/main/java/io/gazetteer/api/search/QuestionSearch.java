package io.gazetteer.api.search;

import io.gazetteer.api.search.folding.Folding;
import io.gazetteer.api.search.folding.Folds;
import io.gazetteer.api.search.meaning.Meanings;
import io.gazetteer.api.search.meaning.NearTables;
import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.search.paging.SteadyIndex;
import io.gazetteer.api.search.paging.Widening;
import io.gazetteer.api.search.question.FoundTable;
import io.gazetteer.api.search.question.Question;
import io.gazetteer.api.search.question.QuestionTerms;
import io.gazetteer.api.search.question.RankedTable;
import io.gazetteer.api.search.question.TableRanking;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the tables that answer a question: Elasticsearch finds those with words of it, and they are
 * put in order here. Each page asks again, in the same point in time. Thread safe.
 */
@Component
final class QuestionSearch {
  /** With fewer different tables among the candidates, copies have taken the places of others. */
  private static final int ENOUGH_DIFFERENT = QuestionBodies.CANDIDATES / 2;

  /** So many tables by meaning may stand behind the hits of a search for names. */
  private static final int MOST_MEANT = 5;

  private final SteadyIndex index;
  private final DataSourceDirectory sources;
  private final QuestionTerms terms;
  private final Meanings meanings;
  private final double share;

  QuestionSearch(
      SteadyIndex index,
      DataSourceDirectory sources,
      QuestionTerms terms,
      Meanings meanings,
      @Value("${gazetteer.search.coherence:1}") double share) {
    this.index = index;
    this.sources = sources;
    this.terms = terms;
    this.meanings = meanings;
    this.share = share;
  }

  FoundPage first(SearchRequest request, Question question, @Nullable String pointInTime) {
    return page(
        request,
        question,
        terms.resolve(question, request.dataSourceIds()),
        PageStart.first(Widening.QUESTION, pointInTime));
  }

  /** Empty when no page of this question can have given the cursor. */
  Optional<FoundPage> next(SearchRequest request, Question question, SearchCursor cursor) {
    return terms
        .resolveAgain(question, cursor.terms())
        .map(query -> page(request, question, query, cursor.start()));
  }

  FoundPage page(SearchRequest request, Question question, CorrectedQuery query, PageStart start) {
    var where =
        new SteadyIndex.Where(IndexAlias.TABLES.alias(), request.routing(), start.pointInTime());
    var bodies = new QuestionBodies(request, sources.now().hidden());
    var nearby = meanings.of(question.text());
    var asking = bodies.candidates(query.query(), question, start, nearby.isPresent());
    var found = ask(where, request, asking);
    where = where.in(found.pointInTime());
    var here = where;
    var withWords = candidates(where, request, asking, found.answer());
    var candidates =
        nearby
            .map(near -> new NearTables(near, withWords))
            .map(
                near ->
                    near.with(
                        !request.filters().isEmpty() || !question.conditions().isEmpty(),
                        keys ->
                            tables(
                                ask(here, request, bodies.withKeys(query.query(), keys)).answer())))
            .orElse(withWords);
    var ranking = new TableRanking(candidates, shareOf(request, question));
    var others =
        question.conditions().isEmpty()
            ? others(where, request, bodies, ranking)
            : List.<FoundTable>of();
    var all = ranking.ranked(others);
    var folds = Folds.of(all, request.fold());
    var ranked = folds.kept();
    int from = start.isFirst() ? 0 : PageOfTables.behind(ranked, start.after());
    var page = ranked.subList(from, Math.min(ranked.size(), from + request.limit()));
    var answer = (ObjectNode) found.answer().deepCopy();
    PageOfTables.write(page, documents(where, request, bodies, page), all.size(), answer);
    folds.write(answer.at("/hits/hits"), keys -> count(found, request, asking, keys));
    boolean isLast = from + page.size() == ranked.size();
    return new FoundPage(
        answer,
        query,
        Widening.QUESTION,
        found.pointInTime(),
        isLast
            ? null
            : start.in(found.pointInTime()).behind(page.size(), PageOfTables.sort(page.getLast())));
  }

  /**
   * Adds tables that mean something similar behind the hits of a search for names, if none of these
   * has all words and all are on the page.
   */
  FoundPage withMeant(SearchRequest request, FoundPage page) {
    boolean hasAll = page.widening() == Widening.ALL_WORDS && page.total() > 0;
    var words = request.words();
    if (hasAll || page.next() != null || request.isForInner() || words.isEmpty()) {
      return page;
    }
    var nearby = meanings.of(words);
    if (nearby.isPresent()) {
      var where =
          new SteadyIndex.Where(IndexAlias.TABLES.alias(), request.routing(), page.pointInTime());
      var bodies = new QuestionBodies(request, sources.now().hidden());
      var near =
          new NearTables(nearby.get(), List.of())
              .with(
                  true,
                  keys ->
                      tables(
                          ask(where, request, bodies.withKeys(page.query().query(), keys))
                              .answer()));
      var ids = new HashSet<String>();
      page.hits().forEach(hit -> ids.add(hit.path("_id").asString()));
      var added =
          near.stream()
              .filter(table -> !ids.contains(table.id()))
              .limit(Math.min(MOST_MEANT, request.limit() - page.hits().size()))
              .map(table -> new RankedTable(table, 0, 0, List.of()))
              .toList();
      PageOfTables.append(added, documents(where, request, bodies, added), page.answer());
    }
    return page;
  }

  /**
   * The tables with words. Where copies of one table take all places, the best of each are asked
   * for, too.
   */
  private List<FoundTable> candidates(
      SteadyIndex.Where where, SearchRequest request, ObjectNode asking, JsonNode answer) {
    var first = tables(answer);
    if (!request.fold()
        || first.size() < QuestionBodies.CANDIDATES
        || first.stream().map(FoundTable::foldKey).distinct().count() > ENOUGH_DIFFERENT) {
      return first;
    }
    var folding = asking.deepCopy();
    folding.remove("aggs");
    Folding.fold(folding, 0);
    var all = new LinkedHashMap<String, FoundTable>();
    first.forEach(table -> all.put(table.id(), table));
    tables(ask(where, request, folding).answer())
        .forEach(table -> all.putIfAbsent(table.id(), table));
    return List.copyOf(all.values());
  }

  /** Counts the tables with words of the question by what they are folded by. */
  private Map<String, Long> count(
      SteadyIndex.Found found, SearchRequest request, ObjectNode asking, List<String> keys) {
    var total = found.answer().at("/hits/total/value").asLong(0);
    if (total <= QuestionBodies.CANDIDATES) {
      return Map.of();
    }
    var where =
        new SteadyIndex.Where(IndexAlias.TABLES.alias(), request.routing(), found.pointInTime());
    var counted =
        index.search(where, Folding.parameters(), Folding.counting(asking.path("query"), keys));
    return Folding.counts(Search.whole(counted.answer()));
  }

  /** Who names a schema has said what the question is about. */
  private double shareOf(SearchRequest request, Question question) {
    return request.filters().containsKey(Fields.SCHEMA) || question.namesASchema() ? 0 : share;
  }

  private List<FoundTable> others(
      SteadyIndex.Where where, SearchRequest request, QuestionBodies bodies, TableRanking ranking) {
    var best = ranking.best();
    if (best.isEmpty()) {
      return List.of();
    }
    var answer = ask(where, request, bodies.others(ranking)).answer();
    return tables(answer).stream().map(FoundTable::withoutWords).toList();
  }

  private Map<String, JsonNode> documents(
      SteadyIndex.Where where,
      SearchRequest request,
      QuestionBodies bodies,
      List<RankedTable> page) {
    var documents = new HashMap<String, JsonNode>();
    if (!page.isEmpty()) {
      var ids = page.stream().map(ranked -> ranked.table().id()).toList();
      var hits = ask(where, request, bodies.documents(ids)).answer().at("/hits/hits");
      hits.forEach(hit -> documents.put(hit.path("_id").asString(), hit));
    }
    return documents;
  }

  private SteadyIndex.Found ask(SteadyIndex.Where where, SearchRequest request, ObjectNode body) {
    var parameters = Search.parameters(request);
    parameters.put("search_type", "dfs_query_then_fetch");
    var found = index.search(where, parameters, body);
    Search.whole(found.answer());
    return found;
  }

  private static List<FoundTable> tables(JsonNode answer) {
    var tables = new ArrayList<FoundTable>();
    answer.at("/hits/hits").forEach(hit -> tables.add(FoundTable.of(hit)));
    return tables;
  }
}
