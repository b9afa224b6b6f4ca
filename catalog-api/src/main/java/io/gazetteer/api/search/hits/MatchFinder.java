package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.ranking.SearchedField;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.catalog.NamePattern;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which words of a query a hit has, in which fields and as which kinds of match. */
final class MatchFinder {
  private final List<ResolvedQuery> wanted;
  private final List<Match> certain;

  MatchFinder(CorrectedQuery corrected) {
    this.wanted = corrected.wanted();
    this.certain = certain(corrected.query()).toList();
  }

  /** Qualifiers with one value, which every hit has, so that the index does not say it. */
  private static Stream<Match> certain(ResolvedQuery query) {
    return switch (query) {
      case ResolvedQuery.And and -> and.queries().stream().flatMap(MatchFinder::certain);
      case ResolvedQuery.Qualifier qualifier ->
          qualifier.values().stream()
              .filter(value -> qualifier.values().size() == 1)
              .map(value -> match(value.text(), qualifier.field().word(), MatchKind.QUALIFIER));
      default -> Stream.of();
    };
  }

  /**
   * The matches of one hit, each once.
   *
   * @param database the name of the hit's database
   * @param reported what the index says that the hit has
   */
  List<Match> find(List<FieldWords> fields, String database, List<MatchingWord> reported) {
    var matches = new LinkedHashSet<Match>();
    for (ResolvedQuery query : wanted) {
      switch (query) {
        case ResolvedQuery.Words words -> {
          words.terms().forEach(term -> add(term, fields, reported, matches));
          if (words.terms().isEmpty()) {
            add(query, fields, words.text(), MatchKind.EXACT, matches);
          }
        }
        case ResolvedQuery.Phrase phrase ->
            add(query, fields, phrase.text(), MatchKind.PHRASE, matches);
        case ResolvedQuery.Pattern pattern ->
            add(query, fields, pattern.text(), MatchKind.PATTERN, matches);
        case ResolvedQuery.Databases databases ->
            databases.names().stream()
                .filter(name -> new NamePattern(name).matches(database))
                .forEach(
                    name -> matches.add(match(name, SearchedField.DATABASE, MatchKind.QUALIFIER)));
        default -> {
          // The index says which values of other qualifiers a hit has.
        }
      }
    }
    matches.addAll(certain);
    reported.stream()
        .filter(word -> word.kind() == MatchKind.QUALIFIER)
        .forEach(word -> matches.add(match(word)));
    return List.copyOf(matches);
  }

  /** A hit shows its fields; only the index knows the names of a table's columns. */
  private static void add(
      QueryTerm term, List<FieldWords> fields, List<MatchingWord> reported, Set<Match> matches) {
    for (FieldWords field : fields) {
      field.kind(term).ifPresent(kind -> matches.add(match(term.text(), field.field(), kind)));
    }
    reported.stream()
        .filter(word -> word.field().equals(SearchedField.COLUMNS.jsonName()))
        .filter(word -> word.word().equals(term.text()))
        .min(Comparator.comparing(MatchingWord::kind))
        .ifPresent(word -> matches.add(match(word)));
  }

  private static void add(
      ResolvedQuery query,
      List<FieldWords> fields,
      String text,
      MatchKind kind,
      Set<Match> matches) {
    fields.stream()
        .filter(field -> !field.spans(query).isEmpty())
        .forEach(field -> matches.add(match(text, field.field(), kind)));
  }

  private static Match match(MatchingWord word) {
    return match(word.word(), word.field(), word.kind());
  }

  private static Match match(String word, SearchedField field, MatchKind kind) {
    return match(word, field.jsonName(), kind);
  }

  private static Match match(String word, String field, MatchKind kind) {
    return new Match(word, field, kind.jsonName());
  }
}
