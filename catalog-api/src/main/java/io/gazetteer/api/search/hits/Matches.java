package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import io.gazetteer.api.search.terms.How;
import io.gazetteer.api.search.terms.Plan;
import io.gazetteer.api.search.terms.Planned;
import io.gazetteer.api.search.terms.Term;
import io.gazetteer.common.catalog.NamePattern;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what of a query a hit has, and where: each of it once. */
final class Matches {
  private final List<Plan> wanted;
  private final List<Match> certain;

  Matches(Planned planned) {
    this.wanted = planned.wanted();
    this.certain = certain(planned.plan()).toList();
  }

  /** What every hit has, so that the index is not asked about it: qualifiers with one value. */
  private static Stream<Match> certain(Plan plan) {
    return switch (plan) {
      case Plan.All all -> all.plans().stream().flatMap(Matches::certain);
      case Plan.Property property ->
          property.values().stream()
              .filter(value -> property.values().size() == 1)
              .map(value -> match(value.text(), property.field().word(), How.QUALIFIER));
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
    for (Plan plan : wanted) {
      switch (plan) {
        case Plan.Words words -> {
          words.terms().forEach(term -> add(term, fields, claims, matches));
          if (words.terms().isEmpty()) {
            add(plan, fields, words.text(), How.EXACT, matches);
          }
        }
        case Plan.Phrase phrase -> add(plan, fields, phrase.text(), How.PHRASE, matches);
        case Plan.NamePattern pattern -> add(plan, fields, pattern.pattern(), How.PATTERN, matches);
        case Plan.InDatabases databases ->
            databases.names().stream()
                .filter(name -> new NamePattern(name).matches(database))
                .forEach(name -> matches.add(match(name, HitField.DATABASE, How.QUALIFIER)));
        default -> {
          // What properties a hit has the index says.
        }
      }
    }
    matches.addAll(certain);
    claims.stream()
        .filter(claim -> claim.how() == How.QUALIFIER)
        .forEach(claim -> matches.add(match(claim)));
    return List.copyOf(matches);
  }

  private static void add(
      Term term, List<FieldWords> fields, List<Claim> claims, Set<Match> matches) {
    for (FieldWords field : fields) {
      field.how(term).ifPresent(how -> matches.add(match(term.text(), field.field(), how)));
    }
    claims.stream()
        .filter(claim -> claim.field().equals(Claim.COLUMNS) && claim.word().equals(term.text()))
        .min(Comparator.comparing(Claim::how))
        .ifPresent(claim -> matches.add(match(claim)));
  }

  private static void add(
      Plan plan, List<FieldWords> fields, String text, How how, Set<Match> matches) {
    fields.stream()
        .filter(field -> !field.spans(plan).isEmpty())
        .forEach(field -> matches.add(match(text, field.field(), how)));
  }

  private static Match match(Claim claim) {
    return match(claim.word(), claim.field(), claim.how());
  }

  private static Match match(String word, HitField field, How how) {
    return match(word, field.jsonName(), how);
  }

  private static Match match(String word, String field, How how) {
    return new Match(word, field, how.jsonName());
  }
}
