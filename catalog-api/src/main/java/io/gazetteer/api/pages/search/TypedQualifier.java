package io.gazetteer.api.pages.search;

import io.gazetteer.api.search.query.Query.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What someone types at the end of a text.
 *
 * @param before what stays when a suggestion is taken
 * @param field whose value is typed; empty for a word that may become a qualifier
 * @param begun the value or word so far, in lower case
 */
record TypedQualifier(String before, Optional<Field> field, String begun) {
  static TypedQualifier of(String text) {
    int start = startOfLast(text);
    int colon = text.indexOf(':', start);
    var word = colon < 0 ? "" : text.substring(start, colon);
    var field =
        Arrays.stream(Field.values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
    // Behind a comma another value begins.
    int from = field.isEmpty() ? start : Math.max(colon, text.lastIndexOf(',')) + 1;
    var begun = text.substring(from);
    return new TypedQualifier(
        text.substring(0, from),
        field,
        (begun.startsWith("\"") ? begun.substring(1) : begun).toLowerCase(Locale.ROOT));
  }

  /** Where the last word begins: behind a blank that is in no quotes, a bracket or a minus. */
  private static int startOfLast(String text) {
    int start = 0;
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '"';
      if (!isQuoted && (c == ' ' || ((c == '(' || c == '-') && i == start))) {
        start = i + 1;
      }
    }
    return start;
  }

  /** Whether it is a qualifier already, so that nothing else can be meant. */
  boolean isValue() {
    return field.isPresent();
  }
}
