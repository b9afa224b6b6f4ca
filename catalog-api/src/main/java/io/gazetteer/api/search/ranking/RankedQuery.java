package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Builds the query that finds hits and gives them their scores. Not thread safe. */
public final class RankedQuery {
  private final WantedWords wanted;
  private final boolean inner;
  private final NamedClauses named;
  private int anys;

  /**
   * Begins a query.
   *
   * @param wanted which words a hit must have
   * @param inner whether only columns, or only partitions, are asked for, whatever the query says
   */
  public RankedQuery(WantedWords wanted, boolean inner, NamedClauses named) {
    this.wanted = wanted;
    this.inner = inner;
    this.named = named;
  }

  /** Builds a {@code bool} query, to which filters can be added. */
  public ObjectNode build(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Or or
        ? any(or, true, inner)
        : group(parts(resolved), true, inner);
  }

  private static List<ResolvedQuery> parts(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.And and ? and.queries() : List.of(resolved);
  }

  /** Gives the alternatives with fewer words the points of those with most: more are no better. */
  private ObjectNode any(ResolvedQuery.Or or, boolean top, boolean inner) {
    int most = units(or);
    int number = anys++;
    var alternatives = new ArrayList<ObjectNode>();
    for (int i = 0; i < or.queries().size(); i++) {
      var resolved = or.queries().get(i);
      var inside = new RankedQuery(wanted, inner, named.alternative(number, i));
      alternatives.add(inside.alternative(resolved, most - units(resolved), top));
    }
    var query = Queries.object();
    query.putObject("bool").putArray("must").add(Queries.bestOf(alternatives));
    return query;
  }

  private ObjectNode alternative(ResolvedQuery resolved, int missing, boolean top) {
    var group = group(parts(resolved), top, inner);
    if (missing > 0) {
      var evening =
          named
              .about("the alternative")
              .add(Queries.all(), Points.TYPED * missing, "has fewer words");
      group.withObject("bool").withArray("must").add(evening.best());
    }
    named.nameAlternative(group);
    return group;
  }

  /** How many words, phrases and patterns a hit has to match. */
  private static int units(ResolvedQuery resolved) {
    return switch (resolved) {
      case ResolvedQuery.Words words -> Math.max(1, words.terms().size());
      case ResolvedQuery.Phrase phrase -> 1;
      case ResolvedQuery.Pattern pattern -> 1;
      case ResolvedQuery.Or or ->
          or.queries().stream().mapToInt(RankedQuery::units).max().orElse(0);
      case ResolvedQuery.And and -> and.queries().stream().mapToInt(RankedQuery::units).sum();
      case ResolvedQuery.Not not -> 0;
      case ResolvedQuery.Qualifier qualifier -> 0;
      case ResolvedQuery.Databases databases -> 0;
    };
  }

  private ObjectNode group(List<ResolvedQuery> parts, boolean top, boolean innerAnyway) {
    boolean inner = innerAnyway || parts.stream().anyMatch(OwnWordRule::asksForInner);
    var query = Queries.object();
    var bool = query.putObject("bool");
    boolean keys = parts.stream().anyMatch(RankedQuery::asksForKeys);
    for (ResolvedQuery part : parts) {
      add(part, bool, inner, keys);
    }
    if (parts.stream().noneMatch(ResolvedQuery.Words.class::isInstance)
        && parts.stream().anyMatch(RankedQuery::isNamed)) {
      bool.withArray("should").addAll(TieBreakers.ofAny(named));
      if (parts.stream().anyMatch(RankedQuery::isTable)) {
        bool.withArray("should").add(TieBreakers.wantedTable(named));
      }
    }
    if (top) {
      OwnWordRule.filter(parts, wanted.connecting()).ifPresent(own -> addOwn(own, inner, bool));
    }
    if (bool.isEmpty() || (bool.size() == 1 && bool.has("must_not"))) {
      bool.putArray("must")
          .add(named.about("it").add(Queries.all(), 1, "has nothing of what must not be").best());
    }
    return query;
  }

  /** A search for what tables have only prefers hits with a word of their own; others need one. */
  private void addOwn(ObjectNode own, boolean inner, ObjectNode bool) {
    if (inner) {
      bool.withArray("should")
          .add(
              named
                  .about("the name or comment")
                  .add(own, Points.OWN_WORD, "has a word itself")
                  .best());
    } else {
      bool.withArray("filter").add(own);
    }
  }

  private static boolean isNamed(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Pattern
        || resolved instanceof ResolvedQuery.Phrase
        || (resolved instanceof ResolvedQuery.Qualifier qualifier
            && QualifierFilters.isName(qualifier));
  }

  private static boolean isTable(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Qualifier qualifier
        && qualifier.field() == Field.TABLE;
  }

  private static boolean asksForKeys(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Qualifier qualifier
        && qualifier.field() == Field.IS
        && qualifier.values().stream().allMatch(value -> value.text().equals("pk"));
  }

  private void add(ResolvedQuery part, ObjectNode bool, boolean inner, boolean keys) {
    switch (part) {
      case ResolvedQuery.Words words -> addWords(words, keys, bool);
      case ResolvedQuery.Phrase phrase -> bool.withArray("must").add(phrase(phrase));
      case ResolvedQuery.Pattern pattern ->
          bool.withArray("must")
              .add(
                  named
                      .about(pattern.text())
                      .add(
                          NameFilters.whole(pattern.text()),
                          Points.TYPED + Points.NAME,
                          "fits the name")
                      .best());
      case ResolvedQuery.Not not ->
          bool.withArray("must_not").add(NegativeFilter.filter(not.query()));
      case ResolvedQuery.Or or -> bool.withArray("must").add(any(or, false, inner));
      case ResolvedQuery.And and -> bool.withArray("must").add(group(and.queries(), false, inner));
      case ResolvedQuery.Qualifier qualifier -> {
        bool.withArray("filter").add(QualifierFilters.filter(qualifier, inner, named));
        bool.withArray("should").addAll(QualifierFilters.wanted(qualifier, named));
      }
      case ResolvedQuery.Databases databases ->
          bool.withArray("filter").add(NegativeFilter.inDatabases(databases));
    }
  }

  private void addWords(ResolvedQuery.Words words, boolean keys, ObjectNode bool) {
    if (words.terms().isEmpty()) {
      bool.withArray("must").add(NameTiers.exactly(words, named));
      return;
    }
    var needed = words.without(wanted.connecting());
    var each = new ArrayList<ObjectNode>();
    for (QueryTerm term : needed) {
      each.add(WordClauses.of(term, named));
    }
    int least = wanted.of(each.size());
    if (least == each.size()) {
      bool.withArray("must").addAll(each);
    } else {
      bool.withArray("must").add(Queries.atLeast(least, each));
      // Whatever the others have as typed, they follow those that have all.
      bool.withArray("should")
          .add(
              named
                  .about("it")
                  .add(
                      Queries.allOf(each.stream().map(RankedQuery::unnamed).toList()),
                      Points.TYPED * each.size(),
                      "has all words in some way")
                  .best());
    }
    words.terms().stream()
        .filter(term -> !needed.contains(term))
        .forEach(term -> bool.withArray("should").add(WordClauses.ofConnecting(term, named)));
    bool.withArray("should").add(NameTiers.of(words, needed, keys, named));
    bool.withArray("should").addAll(TieBreakers.of(words, named));
  }

  /** The same clause without names, which stand in the query already. */
  private static ObjectNode unnamed(ObjectNode clause) {
    var copy = clause.deepCopy();
    copy.findParents("_name").forEach(parent -> ((ObjectNode) parent).remove("_name"));
    return copy;
  }

  private ObjectNode phrase(ResolvedQuery.Phrase phrase) {
    var clauses = named.about('"' + phrase.text() + '"');
    if (phrase.words().isEmpty()) {
      clauses.add(
          Queries.term(Fields.NAME_FOLDED, phrase.text().toLowerCase(Locale.ROOT)),
          Points.TYPED + Points.NAME,
          "is the name");
      return clauses.best();
    }
    clauses.add(
        Queries.allOf(
            List.of(
                Queries.term(Fields.NAME_WORD_COUNT, String.valueOf(phrase.words().size())),
                Queries.phrase(Fields.NAME_WORDS, phrase.words()))),
        Points.TYPED + Points.SAME_WORDS_IN_ORDER,
        "is the whole name");
    for (SearchedField field : SearchedField.of(MatchKind.PHRASE)) {
      clauses.add(
          Queries.phrase(field.field(), phrase.words()),
          field.points(MatchKind.PHRASE),
          "is in " + field.place());
    }
    return clauses.best();
  }
}
