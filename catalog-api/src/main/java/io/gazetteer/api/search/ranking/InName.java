package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Filters on the words of names and comments. */
final class InName {
  private static final String NAME = Fields.NAME_WORDS;

  private InName() {}

  /** The name is this in any case; it may be a pattern. */
  static ObjectNode whole(String nameOrPattern) {
    var folded = nameOrPattern.toLowerCase(Locale.ROOT);
    return Wildcards.areIn(folded)
        ? Queries.wildcard(Fields.NAME_FOLDED, folded)
        : Queries.term(Fields.NAME_FOLDED, folded);
  }

  /** The name has the word, or what is another way to write it. */
  static ObjectNode written(QueryTerm term) {
    var singles = new ArrayList<>(List.of(term.text()));
    singles.addAll(term.words(MatchKind.ABBREVIATION));
    var ways = new ArrayList<ObjectNode>();
    ways.add(Queries.terms(NAME, singles));
    term.groups(MatchKind.ABBREVIATION).forEach(group -> ways.add(together(NAME, group)));
    return ways.size() == 1 ? ways.getFirst() : Queries.anyOf(ways);
  }

  /** The same, or a word that begins so. */
  static ObjectNode begun(QueryTerm term) {
    return term.prefix().isEmpty()
        ? written(term)
        : Queries.anyOf(List.of(written(term), Queries.prefix(NAME, term.prefix())));
  }

  /** Everything by which a word may be found in the name or the comment. */
  static List<ObjectNode> anyHow(List<QueryTerm> terms) {
    var names = new ArrayList<String>();
    var comments = new ArrayList<String>();
    var ways = new ArrayList<ObjectNode>();
    for (QueryTerm term : terms) {
      names.add(term.text());
      for (MatchKind how : List.of(MatchKind.ABBREVIATION, MatchKind.TYPO, MatchKind.SUBSTRING)) {
        names.addAll(term.words(how));
      }
      comments.add(term.text());
      comments.addAll(term.words(MatchKind.ABBREVIATION));
      comments.addAll(term.words(MatchKind.TYPO));
      for (MatchKind how : List.of(MatchKind.ABBREVIATION, MatchKind.TYPO)) {
        term.groups(how).forEach(group -> ways.add(together(NAME, group)));
      }
      term.groups(MatchKind.ABBREVIATION)
          .forEach(group -> ways.add(together(Fields.COMMENT_WORDS, group)));
      if (!term.prefix().isEmpty()) {
        ways.add(Queries.prefix(NAME, term.prefix()));
      }
      if (term.prefixesNames()) {
        ways.add(Queries.prefix(Fields.NAME_FOLDED, term.prefix()));
      }
    }
    ways.add(Queries.terms(NAME, names));
    ways.add(Queries.terms(Fields.COMMENT_WORDS, comments));
    return ways;
  }

  private static ObjectNode together(String field, List<String> words) {
    return Queries.allOf(words.stream().map(word -> Queries.term(field, word)).toList());
  }
}
