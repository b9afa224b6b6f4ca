package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Builds filters on the words of names and comments. */
final class NameFilters {
  private static final String NAME = Fields.NAME_WORDS;
  private static final List<SearchedField> OWN = List.of(SearchedField.NAME, SearchedField.COMMENT);

  /** Any prefix is looked for as such, whatever words are known to begin with it. */
  private static final List<MatchKind> DERIVED =
      List.of(MatchKind.ABBREVIATION, MatchKind.TYPO, MatchKind.SUBSTRING);

  private NameFilters() {}

  /** The name as a whole is this text, or fits this pattern, in any case. */
  static ObjectNode whole(String nameOrPattern) {
    var folded = nameOrPattern.toLowerCase(Locale.ROOT);
    return Wildcards.areIn(folded)
        ? Queries.wildcard(Fields.NAME_FOLDED, folded)
        : Queries.term(Fields.NAME_FOLDED, folded);
  }

  /** The name has the term as it is typed, or abbreviated. */
  static ObjectNode written(QueryTerm term) {
    var singles = new ArrayList<>(List.of(term.text()));
    singles.addAll(term.words(MatchKind.ABBREVIATION));
    var ways = new ArrayList<ObjectNode>();
    ways.add(Queries.terms(NAME, singles));
    term.groups(MatchKind.ABBREVIATION).forEach(group -> ways.add(together(NAME, group)));
    return ways.size() == 1 ? ways.getFirst() : Queries.anyOf(ways);
  }

  /** The name of a column's table has the term as it is typed, or abbreviated. */
  static ObjectNode writtenInTable(QueryTerm term) {
    var singles = new ArrayList<>(List.of(term.text()));
    singles.addAll(term.words(MatchKind.ABBREVIATION));
    return Queries.terms(Fields.TABLE_WORDS, singles);
  }

  /** The name has the term as it is typed, or abbreviated, or a word that begins with it. */
  static ObjectNode begun(QueryTerm term) {
    return term.prefix().isEmpty()
        ? written(term)
        : Queries.anyOf(List.of(written(term), Queries.prefix(NAME, term.prefix())));
  }

  /** All ways to find a term in the name itself or in the comment. */
  static List<ObjectNode> anyMatch(List<QueryTerm> terms) {
    var ways = new ArrayList<ObjectNode>();
    var words = new EnumMap<SearchedField, List<String>>(SearchedField.class);
    for (QueryTerm term : terms) {
      for (SearchedField field : OWN) {
        var own = words.computeIfAbsent(field, none -> new ArrayList<>());
        own.add(term.text());
        for (MatchKind kind : DERIVED) {
          if (field.isAskedFor(kind)) {
            own.addAll(term.words(kind));
          }
          if (field.isAskedFor(kind, 2)) {
            term.groups(kind).forEach(group -> ways.add(together(field.field(), group)));
          }
        }
      }
      if (!term.prefix().isEmpty()) {
        ways.add(Queries.prefix(NAME, term.prefix()));
      }
      if (term.prefixesNames()) {
        ways.add(Queries.prefix(Fields.NAME_FOLDED, term.prefix()));
      }
    }
    words.forEach((field, own) -> ways.add(Queries.terms(field.field(), own)));
    return ways;
  }

  /** The field has all of these words. */
  static ObjectNode together(String field, List<String> words) {
    return Queries.allOf(words.stream().map(word -> Queries.term(field, word)).toList());
  }
}
