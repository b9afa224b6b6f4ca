package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Popularity;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Gives the points that decide between hits of one tier: for a short name, a used table. */
final class TieBreakers {
  private static final int LONGEST_SHORT_NAME = 6;

  private static final List<String> BASE_KINDS =
      List.of("table", "partitioned_table", "foreign_table", "partition");

  private TieBreakers() {}

  static List<ObjectNode> of(ResolvedQuery.Words words, NamedClauses named) {
    var clauses = new ArrayList<>(ofAny(named));
    clauses.add(ownKey(named));
    clauses.add(
        named
            .about("the table's name")
            .add(
                Queries.anyOf(words.terms().stream().map(NameFilters::writtenInTable).toList()),
                Points.ALSO_IN_TABLE,
                "has a word of the text, too")
            .best());
    var texts = words.terms().stream().map(QueryTerm::text).toList();
    clauses.add(
        named
            .about("the comment")
            .add(
                Queries.terms(Fields.COMMENT_WORDS, texts),
                Points.ALSO_IN_COMMENT,
                "has words of the text")
            .best());
    if (texts.size() > 1) {
      clauses.add(
          named
              .about("the name")
              .add(
                  Queries.phrase(Fields.NAME_WORDS, texts),
                  Points.IN_ORDER,
                  "has the words in order")
              .best());
    }
    return clauses;
  }

  /** The tie breakers that need no words. */
  static List<ObjectNode> ofAny(NamedClauses named) {
    return List.of(
        shortName(named),
        referenced(named),
        base(named),
        named.about("it").add(Queries.exists(Fields.KIND), Points.RELATION, "is a table").best());
  }

  private static ObjectNode ownKey(NamedClauses named) {
    return named
        .about("it")
        .add(
            Queries.allOf(
                List.of(
                    Queries.term(Fields.PRIMARY_KEY, true),
                    Queries.term(Fields.FOREIGN_KEY, false))),
            Points.OWN_KEY,
            "is a primary key of its own")
        .best();
  }

  private static ObjectNode base(NamedClauses named) {
    return named
        .about("it")
        .add(
            Queries.anyOf(
                List.of(
                    Queries.terms(Fields.KIND, BASE_KINDS),
                    Queries.terms(Fields.TABLE_KIND, BASE_KINDS))),
            Points.BASE,
            "is no copy in a view")
        .best();
  }

  /** The points of a table when a qualifier asks for one and no word may be a column's. */
  static ObjectNode wantedTable(NamedClauses named) {
    return named
        .about("it")
        .add(Queries.exists(Fields.KIND), Points.WANTED_TABLE, "is a table, as is asked for")
        .best();
  }

  private static ObjectNode shortName(NamedClauses named) {
    var lengths = named.about("the name");
    for (int count = 1; count <= LONGEST_SHORT_NAME; count++) {
      lengths.add(
          Queries.term(Fields.NAME_WORD_COUNT, String.valueOf(count)),
          Points.SHORT_NAME / count,
          "is short");
    }
    return lengths.best();
  }

  private static ObjectNode referenced(NamedClauses named) {
    var tiers = named.about("the table");
    for (var tier : Popularity.referencedMostFirst()) {
      tiers.add(
          Queries.atLeast(Fields.REFERENCED_BY, tier.from()),
          Points.REFERENCED_TIER * tier.rank(),
          "is referenced by foreign keys");
    }
    return tiers.best();
  }
}
