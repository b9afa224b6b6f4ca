package io.gazetteer.api.search.terms;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and the query that was probably meant.
 *
 * @param meant null unless there are words that the index does not have but has similar ones
 */
public record Planned(Plan plan, @Nullable String meant) {
  /** Every plan in it that is to be found, itself included; nothing that must not be. */
  public List<Plan> wanted() {
    return wanted(plan).toList();
  }

  private static Stream<Plan> wanted(Plan plan) {
    return switch (plan) {
      case Plan.All all -> all.plans().stream().flatMap(Planned::wanted);
      case Plan.Any any -> any.plans().stream().flatMap(Planned::wanted);
      case Plan.Not not -> Stream.of();
      default -> Stream.of(plan);
    };
  }
}
