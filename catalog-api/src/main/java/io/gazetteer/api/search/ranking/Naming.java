package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.ranking.ClauseName.Choice;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names the clauses of one query, see {@link ClauseName}: those that say something of a hit that
 * the hit does not show, or all, so that points can be accounted for. Not thread safe.
 */
public final class Naming {
  private final boolean all;
  private final List<Choice> path;
  private final AtomicInteger groups;

  private Naming(boolean all, List<Choice> path, AtomicInteger groups) {
    this.all = all;
    this.path = path;
    this.groups = groups;
  }

  /**
   * Begins a query.
   *
   * @param explain whether points are to be accounted for
   */
  public static Naming of(boolean explain) {
    return new Naming(explain, List.of(), new AtomicInteger());
  }

  /** For what is inside of an alternative. */
  Naming alternative(int place, int number) {
    var longer = new ArrayList<>(path);
    longer.add(new Choice(place, number));
    return new Naming(all, longer, groups);
  }

  boolean isInAlternative() {
    return !path.isEmpty();
  }

  /** The next group; no two of a query are the same. */
  int group() {
    return groups.incrementAndGet();
  }

  /** Names a clause that has points, if it has to have a name. */
  void name(ObjectNode clause, int group, int number, String reason, @Nullable Claim claim) {
    if (all || claim != null) {
      put(clause, new ClauseName(path, group, number, all ? reason : "", claim));
    }
  }

  /** A filter that says of a hit what it claims. */
  ObjectNode claiming(ObjectNode filter, Claim claim) {
    var named = Queries.allOf(List.of(filter));
    put(named, new ClauseName(path, group(), 0, "", claim));
    return named;
  }

  /** Names the alternative itself: parts of one may match a hit that it does not. */
  void nameAlternative(ObjectNode query) {
    if (all) {
      put(query, ClauseName.ofAlternative(path));
    }
  }

  private static void put(ObjectNode query, ClauseName name) {
    query.properties().forEach(only -> ((ObjectNode) only.getValue()).put("_name", name.encode()));
  }
}
