package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.ranking.ClauseName;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The clauses that a hit matched, of those that have a name.
 *
 * @param clauses in the query's order; in Elasticsearch's they have none
 */
record MatchedClauses(List<Clause> clauses) {
  private static final Comparator<Clause> IN_ORDER =
      Comparator.comparingInt((Clause clause) -> clause.name().group())
          .thenComparingInt(clause -> clause.name().number());

  MatchedClauses {
    clauses = List.copyOf(clauses);
  }

  /**
   * One of them.
   *
   * @param points 0 unless they were asked for
   */
  record Clause(ClauseName name, double points) {}

  /** Reads the clauses of one answer's hits, of which most have the same. Not thread safe. */
  static final class Reader {
    private final Map<String, ClauseName> names = new HashMap<>();

    MatchedClauses read(JsonNode matchedQueries) {
      var clauses = new ArrayList<Clause>();
      if (matchedQueries.isArray()) {
        matchedQueries.forEach(name -> clauses.add(new Clause(name(name.asString()), 0)));
      } else {
        matchedQueries
            .properties()
            .forEach(
                clause ->
                    clauses.add(new Clause(name(clause.getKey()), clause.getValue().asDouble())));
      }
      clauses.sort(IN_ORDER);
      return new MatchedClauses(clauses);
    }

    private ClauseName name(String name) {
      return names.computeIfAbsent(name, ClauseName::decode);
    }
  }

  /** What they say of the hit. */
  List<Claim> claims() {
    return clauses.stream().map(clause -> clause.name().claim()).filter(Objects::nonNull).toList();
  }
}
