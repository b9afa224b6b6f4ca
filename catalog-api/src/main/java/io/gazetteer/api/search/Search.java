package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.paging.PointsInTime;
import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.search.paging.SharedPointsInTime;
import io.gazetteer.api.search.paging.Widening;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.api.search.terms.TermResolver;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.index.IndexRefusedException;
import io.gazetteer.common.index.IndexServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
          + "hits.hits.sort,hits.hits.matched_queries,"
          + Facet.ANSWER;

  private final IndexServer server;
  private final DataSourceDirectory sources;
  private final TermResolver resolver;
  private final PointsInTime pointsInTime;
  private final SharedPointsInTime shared;

  Search(
      IndexServer server,
      DataSourceDirectory sources,
      TermResolver resolver,
      PointsInTime pointsInTime,
      SharedPointsInTime shared) {
    this.server = server;
    this.sources = sources;
    this.resolver = resolver;
    this.pointsInTime = pointsInTime;
    this.shared = shared;
  }

  /** Finds the first page. */
  FoundPage first(SearchRequest request) {
    return first(request, shared.of(request.kinds().indexes(), request.routing()));
  }

  /** Finds the first page of a walk that {@link #next(SearchRequest, FoundPage)} goes on with. */
  FoundPage firstOfWalk(SearchRequest request) {
    return first(request, open(request));
  }

  private Optional<String> open(SearchRequest request) {
    return pointsInTime.open(request.kinds().indexes(), request.routing());
  }

  private FoundPage first(SearchRequest request, Optional<String> pointInTime) {
    var query = resolver.resolve(request.query(), false);
    var page = find(request, query, PageStart.first(Widening.ALL_WORDS, pointInTime.orElse(null)));
    if (page.total() >= ENOUGH || mostTerms(query) == 0) {
      return page;
    }
    if (page.total() == 0) {
      var guessed = resolver.resolve(request.query(), true);
      return find(request, guessed, PageStart.first(Widening.GUESSING, page.pointInTime()));
    }
    return mostTerms(query) > 1
        ? find(request, query, PageStart.first(Widening.SOME_WORDS, page.pointInTime()))
        : page;
  }

  /** How many terms the longest row of words in a query has. */
  private static int mostTerms(CorrectedQuery query) {
    return query.wanted().stream()
        .mapToInt(part -> part instanceof ResolvedQuery.Words words ? words.terms().size() : 0)
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
      return resolver
          .resolveAgain(request.query(), cursor.terms())
          .map(query -> next(request, query, cursor.start()));
    } catch (IndexRefusedException e) {
      // Elasticsearch understood the first page, so the start is made up.
      log.warn("A cursor was refused: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    }
  }

  /** Finds the page behind one that is not the last. */
  FoundPage next(SearchRequest request, FoundPage page) {
    return next(request, page.query(), Objects.requireNonNull(page.next()));
  }

  private FoundPage next(SearchRequest request, CorrectedQuery query, PageStart start) {
    return find(
        request, query, start.pointInTime() == null ? start.in(open(request).orElse(null)) : start);
  }

  private FoundPage find(SearchRequest request, CorrectedQuery query, PageStart start) {
    return Optional.ofNullable(start.pointInTime())
        .flatMap(id -> findKept(request, query, start, id))
        .orElseGet(() -> findNow(request, query, start.in(null)));
  }

  private FoundPage findNow(SearchRequest request, CorrectedQuery query, PageStart start) {
    var parameters = parameters(request);
    parameters.putAll(request.routing());
    var answer =
        server.post(
            "/" + request.kinds().indexes() + "/_search", parameters, body(request, query, start));
    return FoundPage.of(whole(answer), query, start, request.limit());
  }

  /** Empty when Elasticsearch no longer keeps the point in time. */
  private Optional<FoundPage> findKept(
      SearchRequest request, CorrectedQuery query, PageStart start, String id) {
    var answer = server.tryPost("/_search", parameters(request), body(request, query, start));
    if (answer.isEmpty()) {
      shared.lost(id);
      pointsInTime.lost(id);
    }
    return answer.map(
        hits -> {
          var kept = whole(hits).path("pit_id").asString(id);
          pointsInTime.used(kept);
          return FoundPage.of(hits, query, start.in(kept), request.limit());
        });
  }

  private ObjectNode body(SearchRequest request, CorrectedQuery query, PageStart start) {
    return SearchBody.of(request, query.query(), start, sources.now().hidden());
  }

  /** Refuses an answer that timed out: its hits would look like all there are. */
  private static JsonNode whole(JsonNode answer) {
    if (answer.path("timed_out").asBoolean(false)) {
      throw new SearchTimeoutException(PAUSE);
    }
    return answer;
  }

  /** Ends a walk, so that Elasticsearch need not keep its point in time. */
  void end(FoundPage page) {
    if (page.pointInTime() != null) {
      pointsInTime.close(page.pointInTime());
    }
  }

  private static Map<String, String> parameters(SearchRequest request) {
    var parameters = new HashMap<String, String>();
    parameters.put("allow_partial_search_results", "false");
    parameters.put("filter_path", ANSWER);
    if (request.explain()) {
      parameters.put("include_named_queries_score", "true");
    }
    return parameters;
  }
}
