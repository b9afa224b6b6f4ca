package io.gazetteer.common.index;

import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a field of exact values without regard to the case of any letter; Elasticsearch itself
 * would fold those of ASCII only. A typed letter that becomes several in the other case stands for
 * these, too: größe is GRÖSSE.
 */
final class AnyCase {
  /** Elasticsearch takes no longer regular expression, and no name needs a longer one. */
  private static final int LONGEST = 1000;

  private static final int NOT_ASCII = 128;

  private AnyCase() {}

  /** Matches a field of this value in any case; in the same case if it is too long for a name. */
  static ObjectNode term(String field, String value) {
    return isAscii(value)
        ? insensitive("term", field, value)
        : regexp(field, value, false, Queries.term(field, value));
  }

  /** Matches a field by a pattern in any case; {@code *} and {@code ?} stand for characters. */
  static ObjectNode wildcard(String field, String pattern) {
    return isAscii(pattern)
        ? insensitive("wildcard", field, Queries.plain(pattern))
        : regexp(field, pattern, true, Queries.wildcard(field, pattern));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < NOT_ASCII);
  }

  private static ObjectNode insensitive(String kind, String field, String value) {
    var query = Queries.object();
    query.putObject(kind).putObject(field).put("value", value).put("case_insensitive", true);
    return query;
  }

  private static ObjectNode regexp(
      String field, String text, boolean wildcards, ObjectNode otherwise) {
    var expression = expression(text, wildcards);
    if (expression.length() > LONGEST) {
      return otherwise;
    }
    var query = Queries.object();
    query.putObject("regexp").putObject(field).put("value", expression).put("flags", "NONE");
    return query;
  }

  /**
   * Returns a regular expression that fits only a text in all its cases.
   *
   * @param wildcards whether {@code *} and {@code ?} in it stand for other characters
   */
  static String expression(String text, boolean wildcards) {
    var expression = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (wildcards && character == '*') {
                expression.append(".*");
              } else if (wildcards && character == '?') {
                expression.append('.');
              } else {
                append(character, expression);
              }
            });
    return expression.toString();
  }

  private static void append(int character, StringBuilder expression) {
    var letter = Character.toString(character);
    var several = letter.toUpperCase(Locale.ROOT);
    if (several.codePointCount(0, several.length()) == 1) {
      expression.append(cases(character));
    } else {
      expression.append('(').append(cases(character)).append('|');
      several.codePoints().mapToObj(AnyCase::cases).forEach(expression::append);
      expression.append(')');
    }
  }

  private static String cases(int character) {
    var cases = new TreeSet<Integer>();
    cases.add(character);
    cases.add(Character.toLowerCase(character));
    cases.add(Character.toUpperCase(character));
    cases.add(Character.toTitleCase(character));
    var letters = new StringBuilder();
    if (!Character.isLetterOrDigit(character)) {
      letters.append('\\');
    }
    cases.forEach(letters::appendCodePoint);
    return cases.size() > 1 ? "[" + letters + "]" : letters.toString();
  }
}
