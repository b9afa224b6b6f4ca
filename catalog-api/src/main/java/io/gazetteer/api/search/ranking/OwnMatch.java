package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table's fifty columns, and a parent's thousand partitions, are no answer to the table's name:
 * it is itself. They need a word of their own, unless someone asks for what is in the table.
 */
final class OwnMatch {
  private OwnMatch() {}

  /** Empty when there are no words, or when whatever matches has one of its own. */
  static Optional<ObjectNode> filter(List<ResolvedQuery> parts) {
    var wanted = parts.stream().flatMap(ResolvedQuery::wanted).toList();
    var ways = new ArrayList<ObjectNode>();
    for (ResolvedQuery resolved : wanted) {
      if (isOwnAnyway(resolved)) {
        return Optional.empty();
      }
      if (resolved instanceof ResolvedQuery.Words words) {
        ways.addAll(InName.anyHow(words.terms()));
        ways.add(InName.whole(words.text()));
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

  /** Whether only columns, or only partitions, can be what is asked for. */
  static boolean asksForInner(ResolvedQuery resolved) {
    return switch (resolved) {
      case ResolvedQuery.Qualifier qualifier -> asksForInner(qualifier);
      case ResolvedQuery.And and -> and.queries().stream().anyMatch(OwnMatch::asksForInner);
      case ResolvedQuery.Or or -> or.queries().stream().allMatch(OwnMatch::asksForInner);
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

  /** Only names match a pattern, or what has no words. */
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
