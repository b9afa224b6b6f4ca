package io.gazetteer.api.search.query;

import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Word;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads queries by recursive descent; the work grows linearly with the text.
 *
 * <pre>
 * or     = and { "OR" and }
 * and    = not { [ "AND" ] not }
 * not    = "-" not | "(" or ")" | phrase | qualifier | pattern | word
 * </pre>
 */
public final class QueryParser {
  /** UTF-16 units of a text, at most. */
  public static final int MOST_CHARACTERS = 500;

  /** Words, as names are split into them, phrases, patterns and qualifiers of a query, at most. */
  static final int MOST_TERMS = 32;

  /** Brackets and minus signs inside of each other, at most. */
  static final int MOST_DEPTH = 8;

  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();
  private static final String AND = "AND";
  private static final String NOT = "NOT";

  private final QueryText text;
  private int terms;
  private int patterns;

  private QueryParser(String text) {
    this.text = new QueryText(text);
  }

  /**
   * Reads a query.
   *
   * @throws QueryMistakeException when the text is no query; it throws nothing else for any text
   */
  public static Query parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw QueryMistakeException.tooLong(MOST_CHARACTERS);
    }
    var parser = new QueryParser(text);
    var query = parser.or(0);
    if (!parser.text.isAtEnd()) {
      throw new QueryMistakeException(
          parser.text.position(),
          "this bracket closes nothing",
          "Leave it out, or put ( before it.");
    }
    return query;
  }

  private Query or(int depth) {
    var parts = new ArrayList<Query>();
    add(parts, and(depth), Or.class);
    while (text.isAtWord("OR")) {
      text.skip(2);
      add(parts, and(depth), Or.class);
    }
    return parts.size() == 1 ? parts.getFirst() : new Or(parts);
  }

  private Query and(int depth) {
    var parts = new ArrayList<Query>();
    text.skipBlanks();
    while (!text.isAtEnd() && !text.isAt(')') && !text.isAtWord("OR")) {
      if (text.isAtWord(AND)) {
        skipAnd(parts.isEmpty());
      } else {
        add(parts, not(depth), And.class);
      }
      text.skipBlanks();
    }
    if (parts.isEmpty()) {
      throw new QueryMistakeException(
          text.position(),
          "something to look for is missing here",
          "Write a word, a \"phrase\" or a qualifier such as schema:sales here.");
    }
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  /** Skips an AND, which says nothing: all words should match anyway. */
  private void skipAnd(boolean isFirst) {
    int start = text.position();
    text.skip(AND.length());
    text.skipBlanks();
    if (isFirst || text.isAtEnd() || text.isAt(')') || text.isAtWord("OR") || text.isAtWord(AND)) {
      throw new QueryMistakeException(
          start,
          "AND needs something on both sides",
          "Leave it out, or write \"AND\" to look for the word.");
    }
  }

  /** Adds a part to others of its kind: {@code (a b) c} is {@code a b c}. */
  private static void add(List<Query> parts, Query part, Class<? extends Query> kind) {
    if (kind == And.class && part instanceof And and) {
      parts.addAll(and.queries());
    } else if (kind == Or.class && part instanceof Or or) {
      parts.addAll(or.queries());
    } else {
      parts.add(part);
    }
  }

  private Query not(int depth) {
    if (text.isAt('-') && !text.isAtBreak(1)) {
      deepen(depth);
      text.skip(1);
      return new Not(not(depth + 1));
    }
    if (text.isAt('(')) {
      return group(depth);
    }
    count();
    return term();
  }

  private Query group(int depth) {
    deepen(depth);
    int opened = text.position();
    text.skip(1);
    var query = or(depth + 1);
    if (!text.isAt(')')) {
      throw new QueryMistakeException(
          opened, "this bracket is not closed", "Put ) behind what belongs together.");
    }
    text.skip(1);
    return query;
  }

  private Query term() {
    int start = text.position();
    if (text.isAt('"')) {
      text.skip(1);
      return new Phrase(text.quoted(start));
    }
    var qualifier = text.qualifierWord();
    if (!qualifier.isEmpty()) {
      return new QualifierReader(text, this::countPattern).read(qualifier);
    }
    var token = text.token(' ');
    if (token.equals(NOT)) {
      refuseNot(start);
    }
    if (!Wildcards.areIn(token)) {
      countParts(token, start);
      return new Word(token);
    }
    countPattern(start);
    return new Pattern(Wildcards.checked(token, start));
  }

  /** Refuses NOT, unless it is a word of a name in capitals: DO NOT CALL. */
  private void refuseNot(int start) {
    if (!text.goesOnInCapitals()) {
      throw new QueryMistakeException(
          start,
          "NOT excludes nothing",
          "Write a minus right before what must not be, as in -test, or \"NOT\" to look for it.");
    }
  }

  private void deepen(int depth) {
    if (depth == MOST_DEPTH) {
      throw new QueryMistakeException(
          text.position(), "this is nested too deeply", "Use fewer brackets and minus signs.");
    }
  }

  private void count() {
    if (++terms > MOST_TERMS) {
      throw tooManyWords(text.position());
    }
  }

  /** Counts each word of a name like a word of its own. */
  private void countParts(String token, int start) {
    terms += Math.max(0, ANALYZER.analyze(token).size() - 1);
    if (terms > MOST_TERMS) {
      throw tooManyWords(start);
    }
  }

  private static QueryMistakeException tooManyWords(int position) {
    return new QueryMistakeException(
        position, "there are too many words", "Use at most " + MOST_TERMS + ".");
  }

  private void countPattern(int start) {
    if (++patterns > Wildcards.MOST_PATTERNS) {
      throw new QueryMistakeException(
          start,
          "there are too many patterns",
          "Use at most " + Wildcards.MOST_PATTERNS + " words with * or ?.");
    }
  }
}
// x
