package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Gives points by how near a name as a whole comes to what was typed; the best tier counts. */
final class NameTiers {
  /** A shorter text begins too many names. */
  private static final int SHORTEST_BEGINNING = 3;

  /** A name of more words is hardly made of words of the query alone. */
  private static final int LONGEST_COVERED = 4;

  private final String text;
  private final String folded;
  private final Set<String> joined;
  private final List<QueryTerm> terms;
  private final NamedClauses.Group tiers;

  private NameTiers(ResolvedQuery.Words words, List<QueryTerm> terms, NamedClauses.Group tiers) {
    this.text = words.text();
    this.folded = text.toLowerCase(Locale.ROOT);
    this.joined = words.joined();
    this.terms = terms;
    this.tiers = tiers;
  }

  /**
   * The tiers of a text.
   *
   * @param needed its terms without the words between names
   * @param keys whether primary keys are asked for
   */
  static ObjectNode of(
      ResolvedQuery.Words words, List<QueryTerm> needed, boolean keys, NamedClauses named) {
    var tiers = named.about("the name");
    var query = new NameTiers(words, words.terms(), tiers);
    query.exact(0);
    query.qualified();
    if (keys) {
      query.keyOfTable();
    }
    query.sameWords();
    query.beginning();
    query.parts();
    if (needed.size() < words.terms().size()) {
      var without = new NameTiers(words, needed, tiers);
      without.sameWords();
      without.parts();
    }
    return tiers.best();
  }

  /** The tiers of a text that has no words, and so must be the name. */
  static ObjectNode exactly(ResolvedQuery.Words words, NamedClauses named) {
    var query = new NameTiers(words, words.terms(), named.about("the name"));
    query.exact(Points.TYPED);
    return query.tiers.best();
  }

  private void exact(double base) {
    tiers.add(Queries.term(Fields.NAME, text), base + Points.EXACT_NAME, "is the text");
    tiers.add(
        Queries.term(Fields.NAME_FOLDED, folded),
        base + Points.NAME_IN_ANY_CASE,
        "is the text in any case");
    if (!joined.isEmpty()) {
      tiers.add(
          Queries.terms(Fields.NAME_FOLDED, joined),
          base + Points.JOINED_NAME,
          "is the text, joined");
    }
  }

  /** The key of the table that is the text, before the keys of others that refer to it. */
  private void keyOfTable() {
    var key = Queries.term(Fields.PRIMARY_KEY, true);
    var words = new ArrayList<ObjectNode>();
    words.add(key);
    terms.forEach(term -> words.add(NameFilters.writtenInTable(term)));
    tiers.add(
        Queries.allOf(words), Points.KEY_IN_TABLE, "is the key of a table that has the words");
    var counts = new TreeSet<>(countsOfAbbreviated());
    counts.add(String.valueOf(terms.size()));
    words.add(Queries.terms(Fields.TABLE_WORD_COUNT, counts));
    tiers.add(Queries.allOf(words), Points.KEY_OF_TABLE, "is the key of the table");
    var names = new LinkedHashSet<>(joined);
    names.add(folded);
    tiers.add(
        Queries.allOf(
            List.of(
                key,
                Queries.anyOf(
                    names.stream()
                        .map(name -> Queries.termInAnyCase(Fields.TABLE, name))
                        .toList()))),
        Points.KEY_OF_NAMED_TABLE,
        "is the key of the table, which is the text");
  }

  private void qualified() {
    int dot = folded.lastIndexOf('.');
    if (dot <= 0 || dot == folded.length() - 1) {
      return;
    }
    var name = Queries.term(Fields.NAME_FOLDED, folded.substring(dot + 1));
    var left = text.substring(0, dot);
    var ways = new ArrayList<ObjectNode>();
    ways.add(
        Queries.allOf(
            List.of(
                name, Queries.exists(Fields.KIND), Queries.termInAnyCase(Fields.SCHEMA, left))));
    ways.add(Queries.allOf(List.of(name, Queries.termInAnyCase(Fields.TABLE, left))));
    int before = left.lastIndexOf('.');
    if (before > 0) {
      ways.add(
          Queries.allOf(
              List.of(
                  name,
                  Queries.termInAnyCase(Fields.SCHEMA, left.substring(0, before)),
                  Queries.termInAnyCase(Fields.TABLE, left.substring(before + 1)))));
    }
    tiers.add(Queries.anyOf(ways), Points.QUALIFIED_NAME, "is the text, qualified");
  }

  private void sameWords() {
    var words = terms.stream().map(QueryTerm::text).toList();
    var count = count(words.size());
    if (words.size() > 1) {
      tiers.add(
          Queries.allOf(List.of(count, Queries.phrase(Fields.NAME_WORDS, words))),
          Points.SAME_WORDS_IN_ORDER,
          "has the same words");
      tiers.add(
          Queries.allOf(
              Stream.concat(
                      Stream.of(count),
                      words.stream().map(word -> Queries.term(Fields.NAME_WORDS, word)))
                  .toList()),
          Points.SAME_WORDS,
          "has the same words in another order");
    } else {
      tiers.add(
          Queries.allOf(List.of(count, Queries.term(Fields.NAME_WORDS, words.getFirst()))),
          Points.SAME_WORDS_IN_ORDER,
          "has the same word");
    }
    var counts = countsOfAbbreviated();
    if (!counts.isEmpty()) {
      var all = new ArrayList<>(terms.stream().map(NameFilters::written).toList());
      all.add(Queries.terms(Fields.NAME_WORD_COUNT, counts));
      tiers.add(
          Queries.allOf(all),
          Points.SAME_WORDS_ABBREVIATED,
          "has the same words, some abbreviated");
    }
  }

  /** How many words a name may have that is the query, with some words abbreviated or in full. */
  private Set<String> countsOfAbbreviated() {
    var counts = new TreeSet<String>();
    for (QueryTerm term : terms) {
      for (var other : term.derivations()) {
        if (other.kind() == MatchKind.ABBREVIATION) {
          long stoodFor = terms.stream().filter(one -> one.derivations().contains(other)).count();
          counts.add(String.valueOf(terms.size()));
          counts.add(String.valueOf(terms.size() - stoodFor + other.words().size()));
        }
      }
    }
    return counts;
  }

  private void beginning() {
    if (folded.length() < SHORTEST_BEGINNING) {
      return;
    }
    var ways = new ArrayList<ObjectNode>();
    ways.add(Queries.prefix(Fields.NAME_FOLDED, folded));
    joined.forEach(name -> ways.add(Queries.prefix(Fields.NAME_FOLDED, name)));
    tiers.add(
        ways.size() == 1 ? ways.getFirst() : Queries.anyOf(ways),
        Points.BEGINS_WITH_TEXT,
        "begins with the text");
  }

  /** Only columns: a table with one of the words is not meant when a column has the others. */
  private void parts() {
    var column = Queries.exists(Fields.TABLE);
    var written = terms.stream().map(NameFilters::written).toList();
    for (int count = 1; count < terms.size() && count <= LONGEST_COVERED; count++) {
      tiers.add(
          Queries.allOf(List.of(count(count), column, Queries.atLeast(count, written))),
          Points.ALL_OF_NAME,
          "has no other words");
    }
    if (terms.size() > 1) {
      tiers.add(Queries.allOf(written), Points.ALL_IN_NAME, "has all words");
      tiers.add(
          Queries.allOf(terms.stream().map(NameFilters::begun).toList()),
          Points.ALL_BEGIN_IN_NAME,
          "has all words or their longer forms");
    }
  }

  private static ObjectNode count(int words) {
    return Queries.term(Fields.NAME_WORD_COUNT, String.valueOf(words));
  }
}
