package io.gazetteer.api.search.suggest;

import io.gazetteer.api.index.Routing;
import io.gazetteer.api.search.suggest.NameMatcher.Match;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Looks names up in the index. Thread safe. */
@Component
final class NameLookup {
  private static final String ENDPOINT = "/" + IndexAlias.both() + "/_search";

  private final IndexServer server;

  NameLookup(IndexServer server) {
    this.server = server;
  }

  private record Candidate(String name, Match match, boolean isTable, long places) {}

  /** Sorts names by how well they fit, tables before columns, then by how many places have them. */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.<Candidate, NameMatcher.Fit>comparing(candidate -> candidate.match().fit())
          .thenComparing(Candidate::isTable, Comparator.reverseOrder())
          .thenComparing(Candidate::places, Comparator.reverseOrder())
          .thenComparingInt(candidate -> candidate.name().length())
          .thenComparing(Candidate::name);

  List<Suggestion> find(NameMatcher matcher, Scope scope, int limit) {
    if (matcher.isEmpty() || (scope.narrowed() && scope.ids().isEmpty())) {
      return List.of();
    }
    var query = new NameQuery(scope);
    var found = ask(query.candidates(matcher), scope);
    var best =
        found.names().stream()
            .flatMap(
                name ->
                    matcher
                        .match(name)
                        .map(
                            match ->
                                new Candidate(name, match, found.isTable(name), found.places(name)))
                        .stream())
            .sorted(BEST_FIRST)
            .limit(limit)
            .toList();
    // With more names than were answered, a name may lack the count of one kind.
    var counts =
        found.complete() || best.isEmpty()
            ? found
            : ask(query.counts(best.stream().map(Candidate::name).toList()), scope);
    return best.stream().map(candidate -> suggestion(candidate, counts)).toList();
  }

  private static Suggestion suggestion(Candidate candidate, NameCounts counts) {
    return new Suggestion(
        candidate.name(),
        counts.kinds(candidate.name()),
        counts.places(candidate.name()),
        candidate.match().spans());
  }

  private NameCounts ask(ObjectNode body, Scope scope) {
    var parameters = new HashMap<String, String>();
    parameters.put("allow_partial_search_results", "false");
    parameters.put("filter_path", "aggregations.**.buckets,aggregations.**.sum_other_doc_count");
    if (scope.narrowed()) {
      parameters.putAll(Routing.to(scope.ids()));
    }
    return NameCounts.read(server.post(ENDPOINT, parameters, body).path("aggregations"));
  }
}
