package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What matches, and how well; for one query, not thread safe. */
public final class RankedQuery {
  private final boolean allWords;
  private final boolean inner;
  private final Naming naming;
  private int anys;

  /**
   * What to build.
   *
   * @param allWords whether every word must be found; most of them otherwise
   * @param inner whether only columns, or only partitions, are asked for whatever the resolved says
   */
  public RankedQuery(boolean allWords, boolean inner, Naming naming) {
    this.allWords = allWords;
    this.inner = inner;
    this.naming = naming;
  }

  /** A {@code bool} query, to which filters can be added. */
  public ObjectNode build(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Or or
        ? any(or, true, inner)
        : group(parts(resolved), true, inner);
  }

  private static List<ResolvedQuery> parts(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.And and ? and.queries() : List.of(resolved);
  }

  /** The alternative with more words is no better for that. */
  private ObjectNode any(ResolvedQuery.Or or, boolean top, boolean inner) {
    int most = units(or);
    int number = anys++;
    var alternatives = new ArrayList<ObjectNode>();
    for (int i = 0; i < or.queries().size(); i++) {
      var resolved = or.queries().get(i);
      var inside = new RankedQuery(allWords, inner, naming.alternative(number, i));
      alternatives.add(inside.alternative(resolved, most - units(resolved), top));
    }
    var query = Queries.object();
    query.putObject("bool").putArray("must").add(Queries.bestOf(alternatives));
    return query;
  }

  private ObjectNode alternative(ResolvedQuery resolved, int missing, boolean top) {
    var group = group(parts(resolved), top, inner);
    if (missing > 0) {
      var evening = new Clauses(naming, "the alternative");
      evening.add(Queries.all(), Points.TYPED * missing, "has fewer words");
      group.withObject("bool").withArray("must").addAll(evening.each());
    }
    naming.nameAlternative(group);
    return group;
  }

  /** How many words, phrases and patterns a hit is found by. */
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
    boolean inner = innerAnyway || parts.stream().anyMatch(OwnMatch::asksForInner);
    var query = Queries.object();
    var bool = query.putObject("bool");
    for (ResolvedQuery part : parts) {
      add(part, bool, inner);
    }
    if (parts.stream().noneMatch(ResolvedQuery.Words.class::isInstance)
        && parts.stream().anyMatch(RankedQuery::isNamed)) {
      bool.withArray("should").addAll(SmallPoints.ofAny(naming));
      if (parts.stream().anyMatch(RankedQuery::isTable)) {
        bool.withArray("should").add(SmallPoints.wantedTable(naming));
      }
    }
    if (top) {
      OwnMatch.filter(parts).ifPresent(own -> addOwn(own, inner, bool));
    }
    if (bool.isEmpty() || (bool.size() == 1 && bool.has("must_not"))) {
      bool.putArray("must")
          .add(
              new Clauses(naming, "it")
                  .add(Queries.all(), 1, "has nothing of what must not be")
                  .best());
    }
    return query;
  }

  /**
   * What is in a table is found by the table's name if it is asked for, and stands below others.
   */
  private void addOwn(ObjectNode own, boolean inner, ObjectNode bool) {
    if (inner) {
      bool.withArray("should")
          .add(
              new Clauses(naming, "the name or comment")
                  .add(own, Points.OWN_WORD, "has a word itself")
                  .best());
    } else {
      bool.withArray("filter").add(own);
    }
  }

  private static boolean isNamed(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Pattern
        || resolved instanceof ResolvedQuery.Phrase
        || (resolved instanceof ResolvedQuery.Qualifier qualifier && Properties.isName(qualifier));
  }

  private static boolean isTable(ResolvedQuery resolved) {
    return resolved instanceof ResolvedQuery.Qualifier qualifier
        && qualifier.field() == Field.TABLE;
  }

  private void add(ResolvedQuery part, ObjectNode bool, boolean inner) {
    switch (part) {
      case ResolvedQuery.Words words -> addWords(words, bool);
      case ResolvedQuery.Phrase phrase -> bool.withArray("must").add(phrase(phrase));
      case ResolvedQuery.Pattern pattern ->
          bool.withArray("must")
              .add(
                  new Clauses(naming, pattern.text())
                      .add(
                          InName.whole(pattern.text()), Points.TYPED + Points.NAME, "fits the name")
                      .best());
      case ResolvedQuery.Not not -> bool.withArray("must_not").add(Matching.filter(not.query()));
      case ResolvedQuery.Or or -> bool.withArray("must").add(any(or, false, inner));
      case ResolvedQuery.And and -> bool.withArray("must").add(group(and.queries(), false, inner));
      case ResolvedQuery.Qualifier qualifier -> {
        bool.withArray("filter").add(Properties.filter(qualifier, inner, naming));
        bool.withArray("should").addAll(Properties.wanted(qualifier, naming));
      }
      case ResolvedQuery.Databases databases ->
          bool.withArray("filter").add(Matching.inDatabases(databases));
    }
  }

  private void addWords(ResolvedQuery.Words words, ObjectNode bool) {
    if (words.terms().isEmpty()) {
      bool.withArray("must").add(NameTiers.exactly(words, naming));
      return;
    }
    var each = new ArrayList<ObjectNode>();
    for (QueryTerm term : words.terms()) {
      each.add(WordQuery.of(term, naming));
    }
    if (allWords || each.size() == 1) {
      bool.withArray("must").addAll(each);
    } else {
      bool.withArray("must").add(Queries.atLeast(enough(each.size()), each));
    }
    bool.withArray("should").add(NameTiers.of(words, naming));
    bool.withArray("should").addAll(SmallPoints.of(words, naming));
  }

  /** How many of so many words are enough: one of two, all but one of few, three of five. */
  private static int enough(int words) {
    return words <= 4 ? words - 1 : (words * 3 + 4) / 5;
  }

  private ObjectNode phrase(ResolvedQuery.Phrase phrase) {
    var clauses = new Clauses(naming, '"' + phrase.text() + '"');
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
    add(clauses, Fields.NAME_WORDS, phrase, Points.NAME, "is in the name");
    add(clauses, Fields.TABLE_WORDS, phrase, Points.TABLE, "is in the table's name");
    add(clauses, Fields.PARENT_WORDS, phrase, Points.TABLE, "is in the parent's name");
    add(clauses, Fields.COMMENT_WORDS, phrase, Points.COMMENT, "is in the comment");
    add(clauses, Fields.SCHEMA_WORDS, phrase, Points.SCHEMA, "is in the schema's name");
    return clauses.best();
  }

  private static void add(
      Clauses clauses, String field, ResolvedQuery.Phrase phrase, double points, String reason) {
    clauses.add(Queries.phrase(field, phrase.words()), Points.TYPED + points, reason);
  }
}
