package io.gazetteer.api.schema;

import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a field of exact values without regard to the case of any letter: Elasticsearch itself
 * would fold those of ASCII only. Letters that become several in another case, such as ß, are only
 * themselves.
 */
final class AnyCase {
  /** In UTF-16 code units; names of schemas have 64 at most. */
  private static final int LONGEST = 128;

  private static final int NOT_ASCII = 128;

  private AnyCase() {}

  /** A clause that a field has this value in any case; exactly, when it is too long for a name. */
  static JsonNode term(String field, String value) {
    if (value.length() > LONGEST) {
      return TableFilter.term(field, value);
    }
    var clause = JsonMapper.shared().createObjectNode();
    if (value.chars().allMatch(character -> character < NOT_ASCII)) {
      var term = clause.putObject("term").putObject(field);
      term.put("value", value).put("case_insensitive", true);
    } else {
      var regexp = clause.putObject("regexp").putObject(field);
      regexp.put("value", pattern(value)).put("flags", "NONE");
    }
    return clause;
  }

  /** A regular expression that only stands for the text in other cases. */
  static String pattern(String text) {
    var pattern = new StringBuilder();
    text.codePoints().forEach(character -> append(character, pattern));
    return pattern.toString();
  }

  private static void append(int character, StringBuilder pattern) {
    var cases = cases(character);
    if (cases.length > 1) {
      pattern.append('[');
      IntStream.of(cases).forEach(pattern::appendCodePoint);
      pattern.append(']');
    } else {
      if (!Character.isLetterOrDigit(character)) {
        pattern.append('\\');
      }
      pattern.appendCodePoint(character);
    }
  }

  private static int[] cases(int character) {
    return IntStream.of(
            character,
            Character.toLowerCase(character),
            Character.toUpperCase(character),
            Character.toTitleCase(character))
        .distinct()
        .toArray();
  }
}
