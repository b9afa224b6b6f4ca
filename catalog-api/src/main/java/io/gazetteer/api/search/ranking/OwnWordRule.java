package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Demands that columns and partitions have a word of the query themselves. Who types a table's name
 * wants the table, not its fifty columns or thousand partitions, unless the query asks for these.
 */
final class OwnWordRule {
  private OwnWordRule() {}

  /**
   * The rule as a filter; empty when all that match the query fulfil it anyway.
   *
   * @param connecting words that are nobody's own
   */
  static Optional<ObjectNode> filter(List<ResolvedQuery> parts, Set<String> connecting) {
    var wanted = parts.stream().flatMap(ResolvedQuery::wanted).toList();
    var ways = new ArrayList<ObjectNode>();
    for (ResolvedQuery resolved : wanted) {
      if (isOwnAnyway(resolved)) {
        return Optional.empty();
      }
      if (resolved instanceof ResolvedQuery.Words words) {
        ways.addAll(NameFilters.anyMatch(words.without(connecting)));
        ways.add(NameFilters.whole(words.text()));
      } else if (resolved instanceof ResolvedQuery.Phrase phrase) {
        ways.add(Queries.phrase(Fields.NAME_WORDS, phrase.words()));
        ways.add(Queries.phrase(Fields.COMMENT_WORDS, phrase.words()));
      }
    }
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    ways.add(relation());
    return Optional.of(Queries.anyOf(ways));
  }

  /** Whether only columns, or only partitions, can match a query. */
  static boolean asksForInner(ResolvedQuery resolved) {
    return switch (resolved) {
      case ResolvedQuery.Qualifier qualifier -> asksForInner(qualifier);
      case ResolvedQuery.And and -> and.queries().stream().anyMatch(OwnWordRule::asksForInner);
      case ResolvedQuery.Or or -> or.queries().stream().allMatch(OwnWordRule::asksForInner);
      default -> false;
    };
  }

  private static boolean asksForInner(ResolvedQuery.Qualifier qualifier) {
    return switch (qualifier.field()) {
      case TYPE, IS, COLUMN -> true;
      case KIND ->
          qualifier.values().stream()
              .allMatch(value -> List.of("column", "partition").contains(value.text()));
      case DB, SCHEMA, TABLE, HAS -> false;
    };
  }

  /** Whether a part of a query is only compared with the hit's own name. */
  private static boolean isOwnAnyway(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Pattern
        || (resolved instanceof ResolvedQuery.Words words && words.terms().isEmpty())
        || (resolved instanceof ResolvedQuery.Phrase phrase && phrase.words().isEmpty());
  }

  private static ObjectNode relation() {
    var query = Queries.object();
    var bool = query.putObject("bool");
    bool.putArray("filter").add(Queries.exists(Fields.KIND));
    bool.putArray("must_not").add(Queries.term(Fields.KIND, "partition"));
    return query;
  }
}
