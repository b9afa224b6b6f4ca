package io.gazetteer.api.search.paging;

import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes a search cursor as a short JSON array, and reads it in the same order. A caller may have
 * made a cursor up, so all of it is bounded.
 */
final class SearchCursorJson {
  /** The derivations of a term stand in this order, each kind in an array. */
  private static final List<MatchKind> KINDS =
      List.of(
          MatchKind.ABBREVIATION,
          MatchKind.PREFIX,
          MatchKind.TYPO,
          MatchKind.SUBSTRING,
          MatchKind.STEM,
          MatchKind.PART);

  private static final int MOST_TERMS = 32;
  private static final int MOST_WORDS = 8;
  private static final int MOST_CHARACTERS = 1000;

  private int terms;
  private int derivations;

  private SearchCursorJson() {}

  static ArrayNode write(SearchCursor cursor) {
    var start = cursor.start();
    var json = JsonNodeFactory.instance.arrayNode();
    json.add(start.widening().name()).add(start.pointInTime());
    write(cursor.terms(), json.addArray());
    json.add(start.before()).add(start.folded());
    return json.addAll(start.after());
  }

  private static void write(ResolvedTerms resolved, ArrayNode json) {
    json.add(resolved.didYouMean());
    for (List<QueryTerm> terms : resolved.terms()) {
      var array = json.addArray();
      terms.forEach(term -> write(term, array.addArray()));
    }
  }

  private static void write(QueryTerm term, ArrayNode json) {
    json.add(term.text()).add(term.prefix()).add(term.prefixesNames());
    for (MatchKind kind : KINDS) {
      var array = json.addArray();
      term.derivations().stream()
          .filter(derivation -> derivation.kind() == kind)
          .forEach(derivation -> array.add(String.join(" ", derivation.words())));
    }
  }

  static Optional<SearchCursor> read(ArrayNode json) {
    try {
      return Optional.of(new SearchCursorJson().cursor(new CheckedValues(json)));
    } catch (MadeUpException e) {
      return Optional.empty();
    }
  }

  private SearchCursor cursor(CheckedValues values) throws MadeUpException {
    var widening = Widening.named(values.text(MOST_CHARACTERS));
    var pointInTime = values.textOrNull(SearchCursor.LONGEST_POINT_IN_TIME);
    var resolved = resolved(values.array());
    return new SearchCursor(
        new PageStart(
            widening.orElseThrow(MadeUpException::new),
            pointInTime,
            values.count(),
            values.flag(),
            values.sortValues()),
        resolved);
  }

  private ResolvedTerms resolved(CheckedValues values) throws MadeUpException {
    var didYouMean = values.textOrNull(MOST_CHARACTERS);
    var words = new ArrayList<List<QueryTerm>>();
    while (values.hasNext()) {
      MadeUpException.unless(words.size() < MOST_TERMS);
      words.add(terms(values.array()));
    }
    return new ResolvedTerms(words, didYouMean);
  }

  private List<QueryTerm> terms(CheckedValues values) throws MadeUpException {
    var read = new ArrayList<QueryTerm>();
    while (values.hasNext()) {
      MadeUpException.unless(++terms <= MOST_TERMS);
      read.add(term(values.array()));
    }
    return read;
  }

  private QueryTerm term(CheckedValues values) throws MadeUpException {
    var text = values.text(MOST_CHARACTERS);
    var prefix = values.text(MOST_CHARACTERS);
    boolean prefixesNames = values.flag();
    var read = new ArrayList<Derivation>();
    for (MatchKind kind : KINDS) {
      var ofKind = values.array();
      while (ofKind.hasNext()) {
        MadeUpException.unless(++derivations <= ResolvedTerms.MOST_DERIVATIONS);
        read.add(new Derivation(kind, words(ofKind.text(MOST_CHARACTERS))));
      }
    }
    MadeUpException.unless(!values.hasNext());
    return new QueryTerm(text, prefix, prefixesNames, read, List.of());
  }

  private static List<String> words(String text) throws MadeUpException {
    var words = List.of(text.split(" ", -1));
    MadeUpException.unless(words.size() <= MOST_WORDS && words.stream().noneMatch(String::isEmpty));
    return words;
  }
}
