package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Popularity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What decides between hits of one tier: a short name, the order of words, a much used table. */
final class SmallPoints {
  private static final int LONGEST_SHORT_NAME = 6;

  private SmallPoints() {}

  static List<ObjectNode> of(ResolvedQuery.Words words, Naming naming) {
    var clauses = new ArrayList<>(ofAny(naming));
    var texts = words.terms().stream().map(QueryTerm::text).toList();
    clauses.add(
        new Clauses(naming, "the comment")
            .add(
                Queries.terms(Fields.COMMENT_WORDS, texts),
                Points.ALSO_IN_COMMENT,
                "has words of the text")
            .best());
    if (texts.size() > 1) {
      clauses.add(
          new Clauses(naming, "the name")
              .add(
                  Queries.phrase(Fields.NAME_WORDS, texts),
                  Points.IN_ORDER,
                  "has the words in order")
              .best());
    }
    return clauses;
  }

  /** What says something also when there are no words. */
  static List<ObjectNode> ofAny(Naming naming) {
    return List.of(
        shortName(naming),
        referenced(naming),
        new Clauses(naming, "it")
            .add(Queries.exists(Fields.KIND), Points.RELATION, "is a table")
            .best());
  }

  /** For when a table is asked for, and no word that may be a column's. */
  static ObjectNode wantedTable(Naming naming) {
    return new Clauses(naming, "it")
        .add(Queries.exists(Fields.KIND), Points.WANTED_TABLE, "is a table, as is asked for")
        .best();
  }

  private static ObjectNode shortName(Naming naming) {
    var lengths = new Clauses(naming, "the name");
    for (int count = 1; count <= LONGEST_SHORT_NAME; count++) {
      lengths.add(
          Queries.term(Fields.NAME_WORD_COUNT, String.valueOf(count)),
          Points.SHORT_NAME / count,
          "is short");
    }
    return lengths.best();
  }

  private static ObjectNode referenced(Naming naming) {
    var tiers = new Clauses(naming, "the table");
    for (var tier : Popularity.referencedMostFirst()) {
      tiers.add(
          Queries.atLeast(Fields.REFERENCED_BY, tier.from()),
          Points.REFERENCED_TIER * tier.ordinal(),
          "is referenced by foreign keys");
    }
    return tiers.best();
  }
}
