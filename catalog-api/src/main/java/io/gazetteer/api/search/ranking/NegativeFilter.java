package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Builds filters for what a query excludes: only what was typed, without derivations. */
final class NegativeFilter {
  private static final List<String> WORD_FIELDS =
      SearchedField.of(MatchKind.PHRASE).stream().map(SearchedField::field).toList();

  private NegativeFilter() {}

  static ObjectNode filter(ResolvedQuery resolved) {
    return switch (resolved) {
      case ResolvedQuery.Words words -> words(words);
      case ResolvedQuery.Phrase phrase -> Queries.anyOf(phrase(phrase));
      case ResolvedQuery.Pattern pattern -> NameFilters.whole(pattern.text());
      case ResolvedQuery.Not not -> Queries.not(filter(not.query()));
      case ResolvedQuery.Or or ->
          Queries.anyOf(or.queries().stream().map(NegativeFilter::filter).toList());
      case ResolvedQuery.And and ->
          Queries.allOf(and.queries().stream().map(NegativeFilter::filter).toList());
      case ResolvedQuery.Qualifier qualifier -> QualifierFilters.filter(qualifier, false);
      case ResolvedQuery.Databases databases -> inDatabases(databases);
    };
  }

  static ObjectNode inDatabases(ResolvedQuery.Databases databases) {
    return databases.dataSourceIds().isEmpty()
        ? Queries.none()
        : Queries.terms(Fields.DATA_SOURCE_ID, databases.dataSourceIds());
  }

  private static ObjectNode words(ResolvedQuery.Words words) {
    return words.terms().isEmpty()
        ? Queries.term(Fields.NAME_FOLDED, words.text().toLowerCase(Locale.ROOT))
        : Queries.allOf(words.terms().stream().map(NegativeFilter::word).toList());
  }

  private static ObjectNode word(QueryTerm term) {
    var ways = new ArrayList<ObjectNode>();
    WORD_FIELDS.forEach(field -> ways.add(Queries.term(field, term.text())));
    if (!term.databases().isEmpty()) {
      ways.add(Queries.terms(Fields.DATA_SOURCE_ID, term.databases()));
    }
    return Queries.anyOf(ways);
  }

  private static List<ObjectNode> phrase(ResolvedQuery.Phrase phrase) {
    return phrase.words().isEmpty()
        ? List.of(Queries.term(Fields.NAME_FOLDED, phrase.text().toLowerCase(Locale.ROOT)))
        : WORD_FIELDS.stream().map(field -> Queries.phrase(field, phrase.words())).toList();
  }
}
