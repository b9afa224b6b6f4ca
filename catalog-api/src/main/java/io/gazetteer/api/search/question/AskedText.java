package io.gazetteer.api.search.question;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.QueryMistakeException;
import io.gazetteer.api.search.query.QueryParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A typed text, read as names, as a question, or as names first and as a question if nothing has
 * all of them.
 *
 * @param names empty when the text is a question
 * @param question empty when the text can only be names
 * @param connecting words that a search for names can do without
 */
public record AskedText(
    Optional<Query> names, Optional<Question> question, List<String> connecting) {
  /** In UTF-16 units: people and programs may ask at length. */
  public static final int MOST_CHARACTERS = 2_000;

  private static final String VALUE = "(?:\"[^\"]*\"|[^\\s,\"]+)";
  private static final String FIELD = "(?:db|schema|table|column|type|kind|is|has):";

  /** Qualifiers, exclusions and patterns; all other text of a question is words. */
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<=^|\\s)(?:-?%s%s(?:,%s)*|-\"[^\"]*\"|-[\\p{L}\\p{N}]\\S*|\\S*\\p{L}\\S*\\*\\S*)"
              .formatted(FIELD, VALUE, VALUE),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ALTERNATIVES =
      Pattern.compile("(?<=^|[\\s(])(?:OR|NOT)(?=[\\s)]|$)");
  private static final Pattern END = Pattern.compile("[?!.？\\s]+$");

  public AskedText {
    connecting = List.copyOf(connecting);
  }

  /** How a text is to be read. */
  public enum Way {
    /** By what it looks like. */
    AUTO,
    NAMES,
    QUESTION;

    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a text.
   *
   * @throws QueryMistakeException when it can only be names and is no query, or a part of a
   *     question is none
   */
  public static AskedText read(String text, Way way) {
    if (text.length() > MOST_CHARACTERS) {
      throw QueryMistakeException.tooLong(MOST_CHARACTERS);
    }
    var sentence = Sentence.of(SYNTAX.matcher(text).replaceAll(AskedText::blanks));
    boolean mayBe = way == Way.QUESTION || (way == Way.AUTO && !ALTERNATIVES.matcher(text).find());
    if (mayBe && !sentence.content().isEmpty() && (way == Way.QUESTION || sentence.isOne())) {
      return new AskedText(
          Optional.empty(), Optional.of(new Question(sentence, conditions(text))), List.of());
    }
    var names = QueryParser.parse(text);
    return new AskedText(
        Optional.of(names),
        mayBe && sentence.mayBeOne()
            ? Optional.of(new Question(sentence, conditions(text)))
            : Optional.empty(),
        sentence.connecting());
  }

  /** The parts of a question that are no words, parsed where they stand, so that mistakes do. */
  private static List<Query> conditions(String text) {
    var syntax = SYNTAX.matcher(END.matcher(text).replaceAll(""));
    var left = new StringBuilder(" ".repeat(text.length()));
    boolean found = false;
    while (syntax.find()) {
      found = true;
      left.replace(syntax.start(), syntax.end(), syntax.group());
    }
    if (!found) {
      return List.of();
    }
    var parsed = QueryParser.parse(left.toString().stripTrailing());
    return parsed instanceof Query.And and ? and.queries() : List.of(parsed);
  }

  private static String blanks(MatchResult match) {
    return " ".repeat(match.end() - match.start());
  }
}
