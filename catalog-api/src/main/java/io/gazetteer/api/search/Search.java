package io.gazetteer.api.search;

import io.gazetteer.api.search.folding.Folding;
import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.search.paging.SteadyIndex;
import io.gazetteer.api.search.paging.Widening;
import io.gazetteer.api.search.question.Question;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.api.search.terms.TermResolver;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.index.IndexRefusedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches the index: it resolves the words of a query, asks Elasticsearch, and widens the search
 * when too few hits have all words. Thread safe.
 */
@Component
final class Search {
  private static final Logger log = LoggerFactory.getLogger(Search.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** With fewer hits that have all words, a search also takes those that have some of them. */
  private static final int ENOUGH = 10;

  private static final String ANSWER =
      "pit_id,timed_out,hits.total,hits.hits._index,hits.hits._id,hits.hits._score,hits.hits._source,"
          + "hits.hits.sort,hits.hits.matched_queries,hits.hits.fields,"
          + Facet.ANSWER;

  private final SteadyIndex index;
  private final DataSourceDirectory sources;
  private final TermResolver resolver;
  private final QuestionSearch questions;

  Search(
      SteadyIndex index,
      DataSourceDirectory sources,
      TermResolver resolver,
      QuestionSearch questions) {
    this.index = index;
    this.sources = sources;
    this.resolver = resolver;
    this.questions = questions;
  }

  /** Finds the first page. */
  FoundPage first(SearchRequest request) {
    var page = first(request, index.shared(request.where(null)).pointInTime());
    return page.isOfQuestion() ? page : questions.withMeant(request, page);
  }

  /** Finds the first page of a walk that {@link #next(SearchRequest, FoundPage)} goes on with. */
  FoundPage firstOfWalk(SearchRequest request) {
    return first(request, index.opened(request.where(null)).pointInTime());
  }

  private FoundPage first(SearchRequest request, @Nullable String pointInTime) {
    return request.text().names().isPresent()
        ? firstOfNames(request, pointInTime, request.text().question())
        : ask(request, pointInTime)
            .orElseGet(() -> firstOfNames(request, pointInTime, Optional.empty()));
  }

  /** Empty when no table has any of the words, or when only columns are asked for. */
  private Optional<FoundPage> ask(SearchRequest request, @Nullable String pointInTime) {
    return request
        .text()
        .question()
        .filter(question -> !request.isForInner())
        .map(question -> questions.first(request, question, pointInTime))
        .filter(page -> !page.hits().isEmpty());
  }

  /**
   * Finds names, with fewer words if too few hits have all.
   *
   * @param question what the text is when nothing has all of its words
   */
  private FoundPage firstOfNames(
      SearchRequest request, @Nullable String pointInTime, Optional<Question> question) {
    var query = resolver.resolve(request.names(), false, request.dataSourceIds());
    var page = find(request, query, PageStart.first(Widening.ALL_WORDS, pointInTime));
    int most = mostTerms(query, request.connecting());
    if (page.total() >= ENOUGH || most == 0) {
      return page;
    }
    if (page.total() > 0) {
      return most > 1
          ? find(request, query, PageStart.first(Widening.SOME_WORDS, page.pointInTime()))
          : page;
    }
    var asked = question.flatMap(one -> ask(request, pointInTime));
    if (asked.isPresent()) {
      return asked.get();
    }
    var guessed = resolver.resolve(request.names(), true, request.dataSourceIds());
    var guess = find(request, guessed, PageStart.first(Widening.GUESSING, page.pointInTime()));
    return guess.total() > 0 || most == 1
        ? guess
        : find(request, guessed, PageStart.first(Widening.ANY_WORD, guess.pointInTime()));
  }

  /** How many terms the longest row of words in a query has, without those between names. */
  private static int mostTerms(CorrectedQuery query, Set<String> connecting) {
    return query.wanted().stream()
        .mapToInt(
            part ->
                part instanceof ResolvedQuery.Words words ? words.without(connecting).size() : 0)
        .max()
        .orElse(0);
  }

  /**
   * Finds the page that a cursor leads to, in the index that the pages before were found in, as
   * long as that is kept.
   *
   * @return empty when no page of this query can have given the cursor
   */
  Optional<FoundPage> next(SearchRequest request, SearchCursor cursor) {
    try {
      if (cursor.start().widening() == Widening.QUESTION) {
        return request
            .text()
            .question()
            .flatMap(question -> questions.next(request, question, cursor));
      }
      return resolver
          .resolveAgain(request.names(), cursor.terms())
          .map(query -> next(request, query, cursor.start()));
    } catch (IndexRefusedException e) {
      // Elasticsearch understood the first page, so the start is made up.
      log.warn("A cursor was refused: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    }
  }

  /** Finds the page behind one that is not the last. */
  FoundPage next(SearchRequest request, FoundPage page) {
    var start = Objects.requireNonNull(page.next());
    return page.isOfQuestion()
        ? questions.page(request, request.text().question().orElseThrow(), page.query(), start)
        : next(request, page.query(), start);
  }

  private FoundPage next(SearchRequest request, CorrectedQuery query, PageStart start) {
    return find(
        request,
        query,
        start.pointInTime() == null
            ? start.in(index.opened(request.where(null)).pointInTime())
            : start);
  }

  private FoundPage find(SearchRequest request, CorrectedQuery query, PageStart start) {
    var body = SearchBody.of(request, query.query(), start, sources.now().hidden());
    boolean mayFold = request.mayFold() && start.before() + request.limit() < Folding.DEEPEST;
    if (mayFold && start.folded()) {
      return folded(request, query, start, body);
    }
    var found = index.search(request.where(start.pointInTime()), parameters(request), body);
    var here = start.in(found.pointInTime());
    return mayFold && Folding.isFor(found.answer().at("/hits/hits"))
        ? folded(request, query, here.inFolds(), body)
        : FoundPage.of(whole(found.answer()), query, here, request.limit());
  }

  /** Asks again where the first hits are to be folded; in most catalogs there are none. */
  private FoundPage folded(
      SearchRequest request, CorrectedQuery query, PageStart start, ObjectNode body) {
    Folding.fold(body, start.before());
    var found = index.search(request.where(start.pointInTime()), parameters(request), body);
    var here = start.in(found.pointInTime());
    var page = FoundPage.of(whole(found.answer()), query, here, request.limit());
    var keys = page.hits().valueStream().map(Folding::key).filter(key -> !key.isEmpty()).toList();
    if (!keys.isEmpty()) {
      var counted =
          index.search(
              request.where(here.pointInTime()),
              Folding.parameters(),
              Folding.counting(body.path("query"), keys));
      var counts = Folding.counts(whole(counted.answer()));
      for (JsonNode hit : page.hits()) {
        ((ObjectNode) hit).put(Folding.OTHERS, counts.getOrDefault(Folding.key(hit), 1L) - 1);
      }
    }
    return page;
  }

  /** Refuses an answer that timed out: its hits would look like all there are. */
  static JsonNode whole(JsonNode answer) {
    if (answer.path("timed_out").asBoolean(false)) {
      throw new SearchTimeoutException(PAUSE);
    }
    return answer;
  }

  /** Ends a walk, so that Elasticsearch need not keep its point in time. */
  void end(FoundPage page) {
    if (page.pointInTime() != null) {
      index.close(page.pointInTime());
    }
  }

  static Map<String, String> parameters(SearchRequest request) {
    var parameters = new HashMap<String, String>();
    parameters.put("allow_partial_search_results", "false");
    parameters.put("filter_path", ANSWER);
    if (request.explain()) {
      parameters.put("include_named_queries_score", "true");
    }
    return parameters;
  }
}
