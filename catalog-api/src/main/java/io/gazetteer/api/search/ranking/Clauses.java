package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Clauses of which the best one counts. */
final class Clauses {
  private final Naming naming;
  private final int group;
  private final String subject;
  private final List<ObjectNode> clauses = new ArrayList<>();

  /**
   * Begins a list.
   *
   * @param subject of the sentences that say why a clause matched
   */
  Clauses(Naming naming, String subject) {
    this.naming = naming;
    this.group = naming.group();
    this.subject = subject;
  }

  Clauses add(ObjectNode filter, double points, String reason) {
    return add(filter, points, reason, null);
  }

  /** Adds one that says what no hit shows. */
  Clauses add(ObjectNode filter, double points, String reason, @Nullable Claim claim) {
    var clause = Queries.constant(filter, points);
    naming.name(clause, group, clauses.size(), subject + " " + reason, claim);
    clauses.add(clause);
    return this;
  }

  ObjectNode best() {
    return clauses.size() == 1 ? clauses.getFirst() : Queries.bestOf(clauses);
  }

  List<ObjectNode> each() {
    return clauses;
  }
}
