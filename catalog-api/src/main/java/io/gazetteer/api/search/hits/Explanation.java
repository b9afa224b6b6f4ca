package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.hits.Hit.Reason;
import io.gazetteer.api.search.hits.MatchedClauses.Clause;
import io.gazetteer.api.search.terms.MatchKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Explains a score by the clauses that the hit matched. */
final class Explanation {
  /** The best clause of each group. */
  private final Map<Integer, Clause> groups = new TreeMap<>();

  /** The alternatives by their number, by the place of the query that has them. */
  private final Map<Integer, Map<Integer, Explanation>> choices = new TreeMap<>();

  /** The clause of this alternative as a whole; null unless the hit matched it. */
  private @Nullable Clause whole;

  private Explanation() {}

  /**
   * The parts of a score, those with most points first. What a hit must have and gets no points for
   * comes last.
   */
  static List<Reason> of(MatchedClauses matched, List<Match> matches, JsonNode hit) {
    var root = new Explanation();
    matched.clauses().forEach(clause -> root.add(clause, 0));
    var reasons = root.reasons();
    add(reasons, "the schema's best tables are about it", hit.path("around").asDouble(0));
    add(reasons, "it is a view, which copies tables", hit.path("for_view").asDouble(0));
    add(reasons, "it means something similar", hit.path("near").asDouble(0));
    add(reasons, "others have all of the words", hit.path("lowered").asDouble(0));
    reasons.sort(Comparator.comparingDouble(Reason::points).reversed());
    matches.stream()
        .filter(match -> match.how().equals(MatchKind.QUALIFIER.jsonName()))
        .forEach(match -> reasons.add(new Reason(sentence(match), 0)));
    if (reasons.isEmpty()) {
      reasons.add(new Reason("it has nothing of what must not be", 0));
    }
    return reasons;
  }

  private static void add(List<Reason> reasons, String reason, double points) {
    if (points != 0) {
      reasons.add(new Reason(reason, points));
    }
  }

  private static String sentence(Match match) {
    return switch (match.field()) {
      case "is" -> "it is " + match.word();
      case "has" -> "it has a " + match.word();
      default -> "the " + match.field() + " fits " + match.word();
    };
  }

  private void add(Clause clause, int depth) {
    var path = clause.name().path();
    if (depth < path.size()) {
      var choice = path.get(depth);
      choices
          .computeIfAbsent(choice.place(), none -> new TreeMap<>())
          .computeIfAbsent(choice.number(), none -> new Explanation())
          .add(clause, depth + 1);
    } else if (clause.name().isAlternative()) {
      whole = clause;
    } else if (!clause.name().reason().isEmpty()) {
      groups.merge(clause.name().group(), clause, (a, b) -> b.points() > a.points() ? b : a);
    }
  }

  private List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    groups
        .values()
        .forEach(clause -> reasons.add(new Reason(clause.name().reason(), clause.points())));
    for (Map<Integer, Explanation> alternatives : choices.values()) {
      alternatives.values().stream()
          .filter(alternative -> alternative.whole != null)
          .max(Comparator.comparingDouble(Explanation::points))
          .ifPresent(best -> reasons.addAll(best.reasons()));
    }
    return reasons;
  }

  private double points() {
    return whole == null ? 0 : whole.points();
  }
}
