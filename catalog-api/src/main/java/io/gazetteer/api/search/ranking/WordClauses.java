package io.gazetteer.api.search.ranking;

import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The clauses that find one term: each field as each kind of match that it is searched for. */
final class WordClauses {
  private static final String IS_IN = "is in ";
  private static final String ABBREVIATED = ", abbreviated or in full";
  private static final String CORRECTED = ", corrected";

  private final QueryTerm term;
  private final NamedClauses.Group clauses;

  private WordClauses(QueryTerm term, NamedClauses named) {
    this.term = term;
    this.clauses = named.about(term.text());
  }

  /** The best of the clauses of a term. */
  static ObjectNode of(QueryTerm term, NamedClauses named) {
    var word = new WordClauses(term, named);
    word.typed();
    word.abbreviated();
    word.prefixes();
    word.corrected();
    word.inside();
    return word.clauses.best();
  }

  /** Points for a word between names, where a name has it: date of birth. */
  static ObjectNode ofConnecting(QueryTerm term, NamedClauses named) {
    var word = new WordClauses(term, named);
    var typed = List.of(term.text());
    word.add(SearchedField.NAME, MatchKind.EXACT, typed, IS_IN, "");
    word.add(SearchedField.TABLE, MatchKind.EXACT, typed, IS_IN, "");
    word.groups(MatchKind.ABBREVIATION, ABBREVIATED);
    return word.clauses.best();
  }

  private void typed() {
    var typed = List.of(term.text());
    add(SearchedField.NAME, MatchKind.EXACT, typed, IS_IN, "");
    around();
    add(SearchedField.COLUMNS, MatchKind.EXACT, typed, IS_IN, "");
    if (!term.databases().isEmpty()) {
      add(SearchedField.DATABASE, MatchKind.EXACT, term.databases(), IS_IN, "");
    }
  }

  /** Around the name, an abbreviation is worth what the typed word is. */
  private void around() {
    var words = new ArrayList<>(List.of(term.text()));
    words.addAll(term.words(MatchKind.ABBREVIATION));
    var how = words.size() > 1 ? ", as typed" + ABBREVIATED : "";
    SearchedField.AROUND.forEach(field -> add(field, MatchKind.EXACT, words, IS_IN, how));
  }

  private void abbreviated() {
    var words = term.words(MatchKind.ABBREVIATION);
    if (!words.isEmpty()) {
      add(SearchedField.NAME, MatchKind.ABBREVIATION, words, IS_IN, ABBREVIATED);
      add(SearchedField.COLUMNS, MatchKind.ABBREVIATION, words, IS_IN, ABBREVIATED);
    }
    groups(MatchKind.ABBREVIATION, ABBREVIATED);
  }

  private void prefixes() {
    var begins = "begins a word of ";
    double points = SearchedField.NAME.points(MatchKind.PREFIX);
    if (!term.prefix().isEmpty()) {
      clauses.add(
          Queries.prefix(Fields.NAME_WORDS, term.prefix()),
          points,
          begins + SearchedField.NAME.place());
    }
    if (term.prefixesNames()) {
      clauses.add(Queries.prefix(Fields.NAME_FOLDED, term.prefix()), points, "begins the name");
    }
    var words = term.words(MatchKind.PREFIX);
    for (SearchedField field : SearchedField.of(MatchKind.PREFIX)) {
      if (!words.isEmpty() && !field.isAskedForPrefixes()) {
        add(field, MatchKind.PREFIX, words, begins, "");
      }
    }
  }

  private void corrected() {
    groups(MatchKind.TYPO, CORRECTED);
    var words = term.words(MatchKind.TYPO);
    if (words.isEmpty()) {
      return;
    }
    clauses.add(
        Queries.terms(Fields.NAME_WORDS, List.of(words.getFirst())),
        Points.CORRECTED + Points.NAME_LIKELIEST,
        IS_IN + SearchedField.NAME.place() + CORRECTED);
    for (SearchedField field : SearchedField.of(MatchKind.TYPO)) {
      var others = field == SearchedField.NAME ? words.subList(1, words.size()) : words;
      if (!others.isEmpty()) {
        add(field, MatchKind.TYPO, others, IS_IN, CORRECTED);
      }
    }
  }

  private void inside() {
    var words = term.words(MatchKind.SUBSTRING);
    if (!words.isEmpty()) {
      SearchedField.of(MatchKind.SUBSTRING)
          .forEach(field -> add(field, MatchKind.SUBSTRING, words, "is inside a word of ", ""));
    }
  }

  /** Only the index sees the columns of a table, so that it has to say what it found there. */
  private void add(
      SearchedField field, MatchKind kind, List<String> words, String verb, String how) {
    clauses.add(
        Queries.terms(field.field(), words),
        field.points(kind),
        verb + field.place() + how,
        field == SearchedField.COLUMNS
            ? new MatchingWord(term.text(), field.jsonName(), kind)
            : null);
  }

  private void groups(MatchKind kind, String how) {
    for (List<String> group : term.groups(kind)) {
      for (SearchedField field : SearchedField.of(kind)) {
        if (field.isAskedFor(kind, group.size())) {
          clauses.add(
              NameFilters.together(field.field(), group),
              field.points(kind),
              IS_IN + field.place() + how);
        }
      }
    }
  }
}
