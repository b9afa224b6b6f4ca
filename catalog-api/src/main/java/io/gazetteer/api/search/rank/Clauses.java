package io.gazetteer.api.search.rank;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Clauses of which the best one counts. */
final class Clauses {
  private final Naming naming;
  private final String group;
  private final String subject;
  private final List<ObjectNode> clauses = new ArrayList<>();

  /**
   * Begins a list.
   *
   * @param group what the names of its clauses begin with
   * @param subject of the sentences that say why a clause matched
   */
  Clauses(Naming naming, String group, String subject) {
    this.naming = naming;
    this.group = group;
    this.subject = subject;
  }

  Clauses add(ObjectNode filter, double points, String reason) {
    return add(filter, points, reason, naming.isForAll());
  }

  Clauses addColumns(ObjectNode filter, double points, String reason) {
    return add(filter, points, reason, true);
  }

  private Clauses add(ObjectNode filter, double points, String reason, boolean named) {
    var clause = Json.constant(filter, points);
    if (named) {
      ((ObjectNode) clause.get("constant_score"))
          .put("_name", naming.name(group, clauses.size(), subject + " " + reason));
    }
    clauses.add(clause);
    return this;
  }

  ObjectNode best() {
    return clauses.size() == 1 ? clauses.getFirst() : Json.bestOf(clauses);
  }

  List<ObjectNode> each() {
    return clauses;
  }
}
