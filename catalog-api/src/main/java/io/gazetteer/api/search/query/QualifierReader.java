package io.gazetteer.api.search.query;

import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Query.Qualifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Reads {@code schema:sales}, {@code type:time,uuid}, {@code table:"order lines"}. */
final class QualifierReader {
  private static final int MOST_VALUES = 16;

  private final QueryText text;
  private final IntConsumer patternCounter;

  /**
   * Reads from a text.
   *
   * @param patternCounter is told where each pattern begins
   */
  QualifierReader(QueryText text, IntConsumer patternCounter) {
    this.text = text;
    this.patternCounter = patternCounter;
  }

  /** Reads a qualifier whose word before the colon is not skipped yet. */
  Qualifier read(String word) {
    var field = field(word);
    text.skip(word.length() + 1);
    var values = new ArrayList<String>();
    do {
      if (!values.isEmpty()) {
        text.skip(1);
      }
      values.add(value(field));
    } while (text.isAt(',') && values.size() < MOST_VALUES);
    if (text.isAt(',')) {
      throw new QueryMistakeException(
          text.position(), "there are too many values", "Use at most " + MOST_VALUES + ".");
    }
    return new Qualifier(field, values);
  }

  private Field field(String word) {
    return Arrays.stream(Field.values())
        .filter(field -> field.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new QueryMistakeException(
                    text.position(),
                    "there is no such qualifier",
                    "Use one of "
                        + Arrays.stream(Field.values())
                            .map(field -> field.word() + ":")
                            .collect(Collectors.joining(" "))
                        + ", or put the text in quotes."));
  }

  private String value(Field field) {
    int start = text.position();
    if (text.isAt('"')) {
      text.skip(1);
      return checked(field, text.quoted(start), start);
    }
    var value = text.isAt(',') ? "" : text.token(',');
    if (value.isEmpty()) {
      throw new QueryMistakeException(
          start,
          field.word() + ": needs a value here",
          "Write the value right behind it, without a blank, as in " + example(field) + ".");
    }
    return checked(field, value, start);
  }

  private String checked(Field field, String value, int start) {
    return switch (field) {
      case KIND -> oneOf(KindNames.ALL, field, value, start);
      case IS -> oneOf(QueryValues.FLAGS, field, value, start);
      case HAS -> oneOf(QueryValues.PARTS, field, value, start);
      case TYPE -> type(value, start);
      case DB, SCHEMA, TABLE, COLUMN -> name(value, start);
    };
  }

  private String name(String value, int start) {
    if (!Wildcards.areIn(value)) {
      return value;
    }
    patternCounter.accept(start);
    return Wildcards.checked(value, start);
  }

  private static String type(String value, int start) {
    if (Wildcards.areIn(value)) {
      throw new QueryMistakeException(
          start,
          "type: takes no pattern",
          "Write a whole type as in type:varchar, or a family as in type:text.");
    }
    return value;
  }

  private static String oneOf(List<String> known, Field field, String value, int start) {
    var lower = value.toLowerCase(Locale.ROOT);
    if (!known.contains(lower)) {
      throw new QueryMistakeException(
          start,
          field.word() + ": has no such value",
          "Use "
              + known.stream()
                  .map(one -> field.word() + ":" + one)
                  .collect(Collectors.joining(" or "))
              + ".");
    }
    return lower;
  }

  private static String example(Field field) {
    return field.word()
        + ":"
        + switch (field) {
          case DB -> "shop";
          case SCHEMA -> "sales";
          case TABLE -> "orders";
          case COLUMN -> "email";
          case TYPE -> "time";
          case KIND -> "table";
          case IS -> "pk";
          case HAS -> "comment";
        };
  }
}
