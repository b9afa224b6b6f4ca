package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.ranking.ClauseName;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The named clauses that a hit matched.
 *
 * @param clauses in the order of the query; Elasticsearch gives them in none
 */
record MatchedClauses(List<Clause> clauses) {
  private static final Comparator<Clause> IN_ORDER =
      Comparator.comparingInt((Clause clause) -> clause.name().group())
          .thenComparingInt(clause -> clause.name().number());

  MatchedClauses {
    clauses = List.copyOf(clauses);
  }

  /**
   * A clause that a hit matched.
   *
   * @param points 0 unless scores are explained
   */
  record Clause(ClauseName name, double points) {}

  /** Reads the clauses of hits; most hits of an answer have the same. Not thread safe. */
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

  /** What the clauses say that the hit has. */
  List<MatchingWord> matchingWords() {
    return clauses.stream().map(clause -> clause.name().match()).filter(Objects::nonNull).toList();
  }
}
