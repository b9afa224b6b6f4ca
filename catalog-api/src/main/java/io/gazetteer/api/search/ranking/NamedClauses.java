package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.ranking.ClauseName.Alternative;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the clauses of one query that have points or a {@link ClauseName}. A clause has a name
 * when it says of a hit what the hit does not show; all clauses have one when scores are explained.
 * Not thread safe.
 */
public final class NamedClauses {
  private final boolean explain;
  private final List<Alternative> path;
  private final AtomicInteger groups;

  private NamedClauses(boolean explain, List<Alternative> path, AtomicInteger groups) {
    this.explain = explain;
    this.path = path;
    this.groups = groups;
  }

  /** Begins a query. */
  public static NamedClauses of(boolean explain) {
    return new NamedClauses(explain, List.of(), new AtomicInteger());
  }

  /** The clauses inside of an alternative. */
  NamedClauses alternative(int place, int number) {
    var longer = new ArrayList<>(path);
    longer.add(new Alternative(place, number));
    return new NamedClauses(explain, longer, groups);
  }

  boolean isInAlternative() {
    return !path.isEmpty();
  }

  /**
   * Begins a group, of which the best clause counts.
   *
   * @param subject the subject of the sentences that say why a clause matched
   */
  Group about(String subject) {
    return new Group(subject, groups.incrementAndGet());
  }

  /** A filter without points that says what a hit has. */
  ObjectNode saying(ObjectNode filter, MatchingWord match) {
    var named = Queries.allOf(List.of(filter));
    name(named, new ClauseName(path, groups.incrementAndGet(), 0, "", match));
    return named;
  }

  /** Names an alternative as a whole, since parts of one may match a hit that it does not. */
  void nameAlternative(ObjectNode query) {
    if (explain) {
      name(query, ClauseName.ofAlternative(path));
    }
  }

  private static void name(ObjectNode query, ClauseName name) {
    query.properties().forEach(only -> ((ObjectNode) only.getValue()).put("_name", name.encode()));
  }

  /** Clauses of which the best one counts. */
  final class Group {
    private final String subject;
    private final int number;
    private final List<ObjectNode> clauses = new ArrayList<>();

    private Group(String subject, int number) {
      this.subject = subject;
      this.number = number;
    }

    Group add(ObjectNode filter, double points, String reason) {
      return add(filter, points, reason, null);
    }

    Group add(ObjectNode filter, double points, String reason, @Nullable MatchingWord match) {
      var clause = Queries.constant(filter, points);
      if (explain || match != null) {
        var sentence = explain ? subject + " " + reason : "";
        name(clause, new ClauseName(path, number, clauses.size(), sentence, match));
      }
      clauses.add(clause);
      return this;
    }

    /** Adds a clause that has a score of its own. */
    void addScored(ObjectNode clause, String reason) {
      if (explain) {
        var named = Queries.object();
        named.putObject("bool").putArray("must").add(clause);
        name(named, new ClauseName(path, number, clauses.size(), subject + " " + reason, null));
        clauses.add(named);
      } else {
        clauses.add(clause);
      }
    }

    boolean isEmpty() {
      return clauses.isEmpty();
    }

    ObjectNode best() {
      return clauses.size() == 1 ? clauses.getFirst() : Queries.bestOf(clauses);
    }
  }
}
