package io.gazetteer.api.search;

import io.gazetteer.api.index.IndexClient;
import io.gazetteer.api.search.plan.Plan;
import io.gazetteer.api.search.plan.Planned;
import io.gazetteer.api.search.plan.Planner;
import io.gazetteer.api.sources.SourceDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Searches the index. Thread safe. */
@Component
final class Search {
  /** With fewer hits that have all words, those that have some of them follow. */
  private static final int ENOUGH = 10;

  /** More ids than that make a long URL, and ask most shards anyway. */
  private static final int MOST_ROUTED = 50;

  private static final String ANSWER =
      "pit_id,hits.total,hits.hits._index,hits.hits._id,hits.hits._score,hits.hits._source,"
          + "hits.hits.sort,hits.hits.matched_queries,"
          + Facet.ANSWER;

  private final IndexClient client;
  private final SourceDirectory sources;
  private final Planner planner;
  private final PointsInTime pointsInTime;

  Search(IndexClient client, SourceDirectory sources, Planner planner, PointsInTime pointsInTime) {
    this.client = client;
    this.sources = sources;
    this.planner = planner;
    this.pointsInTime = pointsInTime;
  }

  /**
   * What Elasticsearch answered.
   *
   * @param next where the next page begins; null when there is none
   */
  record Found(JsonNode answer, Planned planned, @Nullable Place next) {
    JsonNode hits() {
      return answer.at("/hits/hits");
    }

    long total() {
      return answer.at("/hits/total/value").asLong(0);
    }
  }

  /** The first page. */
  Found first(SearchRequest request) {
    var planned = planner.plan(request.query(), false);
    var found = live(request, planned, Effort.ALL_WORDS, null);
    if (found.total() >= ENOUGH || !hasWords(planned)) {
      return found;
    }
    if (found.total() == 0) {
      return live(request, planner.plan(request.query(), true), Effort.GUESSING, null);
    }
    return hasSeveralWords(planned) ? live(request, planned, Effort.SOME_WORDS, null) : found;
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

  /** The page behind a place: in the index as it was, as long as that is kept. */
  Found next(SearchRequest request, Place place) {
    var planned = planner.plan(request.query(), place.effort().forgiving());
    var pointInTime =
        Optional.ofNullable(place.pointInTime())
            .or(() -> pointsInTime.open(request.kinds().indexes(), routing(request)));
    return pointInTime
        .flatMap(id -> kept(request, planned, new Place(place.effort(), id, place.after())))
        .orElseGet(() -> live(request, planned, place.effort(), place));
  }

  private Found live(SearchRequest request, Planned planned, Effort effort, @Nullable Place place) {
    var now = place == null ? null : new Place(effort, null, place.after());
    var parameters = parameters(request);
    parameters.putAll(routing(request));
    parameters.put("ignore_unavailable", "true");
    var answer =
        client.postForTree(
            "/" + request.kinds().indexes() + "/_search",
            parameters,
            SearchBody.of(request, planned.plan(), effort, sources.now().hidden(), now));
    return new Found(answer, planned, behind(request, answer, effort, null));
  }

  /** Empty when the point in time is no more. */
  private Optional<Found> kept(SearchRequest request, Planned planned, Place place) {
    var body =
        SearchBody.of(request, planned.plan(), place.effort(), sources.now().hidden(), place);
    return client
        .tryPost("/_search", parameters(request), body)
        .map(
            answer -> {
              var id = answer.path("pit_id").asString("");
              var next = behind(request, answer, place.effort(), id);
              if (next == null) {
                pointsInTime.close(id);
              } else {
                pointsInTime.used(id);
              }
              return new Found(answer, planned, next);
            });
  }

  /** Ends a walk before its last page. */
  void end(Found page) {
    var next = page.next();
    if (next != null && next.pointInTime() != null) {
      pointsInTime.close(next.pointInTime());
    }
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
    List<String> ids = request.filters().getOrDefault(SearchFilters.DATA_SOURCE, List.of());
    return ids.isEmpty() || ids.size() > MOST_ROUTED
        ? Map.of()
        : Map.of("routing", String.join(",", ids));
  }
}
