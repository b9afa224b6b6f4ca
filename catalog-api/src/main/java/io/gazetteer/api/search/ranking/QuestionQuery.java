package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the query that finds tables for a question. Each word adds what BM25 gives it over {@link
 * Fields#STEMS}: a rare word says more, and a table with few columns says it more clearly. Of the
 * ways in which a table has a word, the best one counts.
 */
public final class QuestionQuery {
  /** What a way to have a word is worth, compared with the word itself. */
  private static final Map<MatchKind, Double> WORTH =
      Map.of(
          MatchKind.STEM, 1.0,
          MatchKind.ABBREVIATION, 0.8,
          MatchKind.TYPO, 0.5,
          MatchKind.PREFIX, 0.4,
          MatchKind.SUBSTRING, 0.4,
          MatchKind.PART, 0.3);

  /** What a word is worth that says how an answer is computed. */
  private static final double WEAK = 0.3;

  /** From here on a way to have a word is as good as the word. */
  private static final double LIKELY = 0.5;

  /** The name of the clause that hits with all words match. */
  public static final String WHOLE = "whole";

  private QuestionQuery() {}

  /**
   * Builds a {@code bool} query, to which filters can be added.
   *
   * @param weak tells which words count less
   */
  public static ObjectNode build(
      ResolvedQuery resolved, Predicate<String> weak, NamedClauses named) {
    var query = Queries.object();
    var bool = query.putObject("bool");
    for (ResolvedQuery part : parts(resolved)) {
      if (part instanceof ResolvedQuery.Words words) {
        words
            .terms()
            .forEach(
                term ->
                    bool.withArray("should")
                        .add(word(term, weak.test(term.text()) ? WEAK : 1, named)));
      } else {
        addCondition(part, bool, named);
      }
    }
    bool.put("minimum_should_match", bool.has("should") ? 1 : 0);
    return query;
  }

  /** Builds a {@code bool} query of what tables must fulfil, whatever words they have. */
  public static ObjectNode conditions(ResolvedQuery resolved) {
    var query = Queries.object();
    var bool = query.putObject("bool");
    parts(resolved).stream()
        .filter(part -> !(part instanceof ResolvedQuery.Words))
        .forEach(part -> addCondition(part, bool, NamedClauses.of(false)));
    return query;
  }

  /**
   * Adds a clause without points to a query, by which a hit says that it has all words.
   *
   * @param weak tells which words it need not have
   */
  public static void nameWhole(ResolvedQuery resolved, Predicate<String> weak, ObjectNode query) {
    var each =
        parts(resolved).stream()
            .filter(ResolvedQuery.Words.class::isInstance)
            .flatMap(words -> ((ResolvedQuery.Words) words).terms().stream())
            .filter(term -> !weak.test(term.text()))
            .map(
                term ->
                    Queries.anyOf(
                        term.derivations().stream()
                            .filter(way -> WORTH.getOrDefault(way.kind(), 0.0) >= LIKELY)
                            .map(way -> together(way.stems(), 1))
                            .toList()))
            .toList();
    if (!each.isEmpty()) {
      var all = Queries.constant(Queries.allOf(each), 0);
      all.properties().forEach(only -> ((ObjectNode) only.getValue()).put("_name", WHOLE));
      ((ObjectNode) query.path("bool")).withArray("should").add(all);
    }
  }

  private static List<ResolvedQuery> parts(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.And and ? and.queries() : List.of(resolved);
  }

  private static void addCondition(ResolvedQuery part, ObjectNode bool, NamedClauses named) {
    switch (part) {
      case ResolvedQuery.Not not ->
          bool.withArray("must_not").add(NegativeFilter.filter(not.query()));
      case ResolvedQuery.Qualifier qualifier ->
          bool.withArray("filter").add(QualifierFilters.filter(qualifier, false, named));
      default -> bool.withArray("filter").add(NegativeFilter.filter(part));
    }
  }

  private static ObjectNode word(QueryTerm term, double worth, NamedClauses named) {
    var clauses = named.about(term.text());
    for (Derivation way : term.derivations()) {
      double boost = worth * WORTH.getOrDefault(way.kind(), 1.0);
      clauses.addScored(together(way.stems(), boost), reason(way));
    }
    return clauses.best();
  }

  private static String reason(Derivation way) {
    var where = " is in the name, the columns or the comments";
    return way.kind() == MatchKind.STEM
        ? where.substring(1)
        : "as " + String.join(" ", way.words()) + where;
  }

  /** Several words that stand for one are worth as much together. */
  private static ObjectNode together(List<String> stems, double boost) {
    var terms = new ArrayList<ObjectNode>();
    for (String stem : stems) {
      var term = Queries.object();
      term.putObject("term")
          .putObject(Fields.STEMS)
          .put("value", stem)
          .put("boost", boost / stems.size());
      terms.add(term);
    }
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    var all = Queries.object();
    all.putObject("bool").putArray("must").addAll(terms);
    return all;
  }
}
