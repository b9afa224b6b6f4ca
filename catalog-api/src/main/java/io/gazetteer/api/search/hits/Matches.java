package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
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

/** Says what of a query a hit has, and where: each of it once. */
final class Matches {
  private final List<ResolvedQuery> wanted;
  private final List<Match> certain;

  Matches(CorrectedQuery corrected) {
    this.wanted = corrected.wanted();
    this.certain = certain(corrected.query()).toList();
  }

  /** What every hit has, so that the index is not asked about it: qualifiers with one value. */
  private static Stream<Match> certain(ResolvedQuery resolved) {
    return switch (resolved) {
      case ResolvedQuery.And and -> and.queries().stream().flatMap(Matches::certain);
      case ResolvedQuery.Qualifier qualifier ->
          qualifier.values().stream()
              .filter(value -> qualifier.values().size() == 1)
              .map(value -> match(value.text(), qualifier.field().word(), MatchKind.QUALIFIER));
      default -> Stream.of();
    };
  }

  /**
   * Those of one hit.
   *
   * @param database the name of the hit's
   * @param claims what the index said of it
   */
  List<Match> of(List<FieldWords> fields, String database, List<Claim> claims) {
    var matches = new LinkedHashSet<Match>();
    for (ResolvedQuery resolved : wanted) {
      switch (resolved) {
        case ResolvedQuery.Words words -> {
          words.terms().forEach(term -> add(term, fields, claims, matches));
          if (words.terms().isEmpty()) {
            add(resolved, fields, words.text(), MatchKind.EXACT, matches);
          }
        }
        case ResolvedQuery.Phrase phrase ->
            add(resolved, fields, phrase.text(), MatchKind.PHRASE, matches);
        case ResolvedQuery.Pattern pattern ->
            add(resolved, fields, pattern.text(), MatchKind.PATTERN, matches);
        case ResolvedQuery.Databases databases ->
            databases.names().stream()
                .filter(name -> new NamePattern(name).matches(database))
                .forEach(name -> matches.add(match(name, HitField.DATABASE, MatchKind.QUALIFIER)));
        default -> {
          // What properties a hit has the index says.
        }
      }
    }
    matches.addAll(certain);
    claims.stream()
        .filter(claim -> claim.how() == MatchKind.QUALIFIER)
        .forEach(claim -> matches.add(match(claim)));
    return List.copyOf(matches);
  }

  private static void add(
      QueryTerm term, List<FieldWords> fields, List<Claim> claims, Set<Match> matches) {
    for (FieldWords field : fields) {
      field.how(term).ifPresent(how -> matches.add(match(term.text(), field.field(), how)));
    }
    claims.stream()
        .filter(claim -> claim.field().equals(Claim.COLUMNS) && claim.word().equals(term.text()))
        .min(Comparator.comparing(Claim::how))
        .ifPresent(claim -> matches.add(match(claim)));
  }

  private static void add(
      ResolvedQuery resolved,
      List<FieldWords> fields,
      String text,
      MatchKind how,
      Set<Match> matches) {
    fields.stream()
        .filter(field -> !field.spans(resolved).isEmpty())
        .forEach(field -> matches.add(match(text, field.field(), how)));
  }

  private static Match match(Claim claim) {
    return match(claim.word(), claim.field(), claim.how());
  }

  private static Match match(String word, HitField field, MatchKind how) {
    return match(word, field.jsonName(), how);
  }

  private static Match match(String word, String field, MatchKind how) {
    return new Match(word, field, how.jsonName());
  }
}
