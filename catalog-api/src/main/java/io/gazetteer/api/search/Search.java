package io.gazetteer.api.search;

import io.gazetteer.api.index.IndexClient;
import io.gazetteer.api.index.RefusedException;
import io.gazetteer.api.search.paging.Effort;
import io.gazetteer.api.search.paging.Place;
import io.gazetteer.api.search.paging.PointsInTime;
import io.gazetteer.api.search.paging.SharedPointsInTime;
import io.gazetteer.api.search.terms.Plan;
import io.gazetteer.api.search.terms.Planned;
import io.gazetteer.api.search.terms.Planner;
import io.gazetteer.api.search.terms.Remembered;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.index.Fields;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Searches the index. Thread safe. */
@Component
final class Search {
  private static final Logger log = LoggerFactory.getLogger(Search.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** With fewer hits that have all words, those that have some of them follow. */
  private static final int ENOUGH = 10;

  /** More ids than that make a long URL, and ask most shards anyway. */
  private static final int MOST_ROUTED = 50;

  private static final String ANSWER =
      "pit_id,timed_out,hits.total,hits.hits._index,hits.hits._id,hits.hits._score,hits.hits._source,"
          + "hits.hits.sort,hits.hits.matched_queries,"
          + Facet.ANSWER;

  private final IndexClient client;
  private final DataSourceDirectory sources;
  private final Planner planner;
  private final PointsInTime pointsInTime;
  private final SharedPointsInTime shared;

  Search(
      IndexClient client,
      DataSourceDirectory sources,
      Planner planner,
      PointsInTime pointsInTime,
      SharedPointsInTime shared) {
    this.client = client;
    this.sources = sources;
    this.planner = planner;
    this.pointsInTime = pointsInTime;
    this.shared = shared;
  }

  /**
   * What Elasticsearch answered.
   *
   * @param pointInTime what it was found in; null when in the index as it was just then
   * @param next where the next page begins; null when there is none
   */
  record Found(
      JsonNode answer, Planned planned, @Nullable String pointInTime, @Nullable Place next) {
    JsonNode hits() {
      return answer.at("/hits/hits");
    }

    long total() {
      return answer.at("/hits/total/value").asLong(0);
    }

    /** Leads to the next page; null when there is none. */
    @Nullable String cursor() {
      return next == null ? null : next.cursor(planned);
    }
  }

  /** The first page. */
  Found first(SearchRequest request) {
    return first(request, shared.of(request.kinds().indexes(), routing(request)));
  }

  /** The first page of a walk that goes on by {@link #next(SearchRequest, Found)} to its end. */
  Found firstOfWalk(SearchRequest request) {
    return first(request, open(request));
  }

  private Optional<String> open(SearchRequest request) {
    return pointsInTime.open(request.kinds().indexes(), routing(request));
  }

  private Found first(SearchRequest request, Optional<String> pointInTime) {
    var planned = planner.plan(request.query(), false);
    var found = find(request, planned, Place.first(Effort.ALL_WORDS, pointInTime.orElse(null)));
    if (found.total() >= ENOUGH || !hasWords(planned)) {
      return found;
    }
    if (found.total() == 0) {
      var guessed = planner.plan(request.query(), true);
      return find(request, guessed, Place.first(Effort.GUESSING, found.pointInTime()));
    }
    return hasSeveralWords(planned)
        ? find(request, planned, Place.first(Effort.SOME_WORDS, found.pointInTime()))
        : found;
  }

  private static boolean hasWords(Planned planned) {
    return words(planned).anyMatch(words -> !words.terms().isEmpty());
  }

  private static boolean hasSeveralWords(Planned planned) {
    return words(planned).anyMatch(words -> words.terms().size() > 1);
  }

  private static Stream<Plan.Words> words(Planned planned) {
    return planned.wanted().stream()
        .filter(Plan.Words.class::isInstance)
        .map(Plan.Words.class::cast);
  }

  /**
   * The page at a place that a caller gave, in the index as it was, as long as that is kept.
   *
   * @return empty when no page of this query can have led there
   */
  Optional<Found> next(SearchRequest request, Place place, Remembered remembered) {
    try {
      return planner
          .again(request.query(), remembered)
          .map(planned -> next(request, planned, place));
    } catch (RefusedException e) {
      // The first page was understood: it is the place that is made up.
      log.warn("A cursor was refused: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    }
  }

  /** The page behind one that has a next. */
  Found next(SearchRequest request, Found page) {
    return next(request, page.planned(), Objects.requireNonNull(page.next()));
  }

  private Found next(SearchRequest request, Planned planned, Place place) {
    return find(
        request,
        planned,
        place.pointInTime() == null ? place.in(open(request).orElse(null)) : place);
  }

  private Found find(SearchRequest request, Planned planned, Place place) {
    return Optional.ofNullable(place.pointInTime())
        .flatMap(id -> kept(request, planned, place, id))
        .orElseGet(() -> live(request, planned, place.in(null)));
  }

  private Found live(SearchRequest request, Planned planned, Place place) {
    var parameters = parameters(request);
    parameters.putAll(routing(request));
    parameters.put("ignore_unavailable", "true");
    var answer =
        client.postForTree(
            "/" + request.kinds().indexes() + "/_search",
            parameters,
            SearchBody.of(request, planned.plan(), place.effort(), sources.now().hidden(), place));
    return found(request, whole(answer), planned, place);
  }

  /** Empty when the point in time is no more. */
  private Optional<Found> kept(SearchRequest request, Planned planned, Place place, String id) {
    var body =
        SearchBody.of(request, planned.plan(), place.effort(), sources.now().hidden(), place);
    var answer = client.tryPost("/_search", parameters(request), body);
    if (answer.isEmpty()) {
      shared.lost(id);
      pointsInTime.lost(id);
    }
    return answer.map(
        hits -> {
          var kept = whole(hits).path("pit_id").asString(id);
          pointsInTime.used(kept);
          return found(request, hits, planned, place.in(kept));
        });
  }

  /** What was found until the time was over would look like all there is. */
  private static JsonNode whole(JsonNode answer) {
    if (answer.path("timed_out").asBoolean(false)) {
      throw new Problem(ProblemCode.UNAVAILABLE, "The search took too long; try again")
          .retryAfter(PAUSE);
    }
    return answer;
  }

  /** Ends a walk. */
  void end(Found page) {
    if (page.pointInTime() != null) {
      pointsInTime.close(page.pointInTime());
    }
  }

  private static Found found(SearchRequest request, JsonNode answer, Planned planned, Place place) {
    return new Found(
        answer,
        planned,
        place.pointInTime(),
        behind(request, answer, place.effort(), place.pointInTime()));
  }

  private static @Nullable Place behind(
      SearchRequest request, JsonNode answer, Effort effort, @Nullable String pointInTime) {
    var hits = answer.at("/hits/hits");
    return hits.size() < request.limit()
        ? null
        : Place.behind(hits.path(hits.size() - 1), effort, pointInTime);
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

  private static Map<String, String> routing(SearchRequest request) {
    List<String> ids = request.filters().getOrDefault(Fields.DATA_SOURCE_ID, List.of());
    return ids.isEmpty() || ids.size() > MOST_ROUTED
        ? Map.of()
        : Map.of("routing", String.join(",", ids));
  }
}
