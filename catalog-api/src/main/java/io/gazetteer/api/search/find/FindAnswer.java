package io.gazetteer.api.search.find;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a question needs.
 *
 * @param text all of it as one text, within the tokens asked for
 * @param tokens how many the text has, about
 * @param leftOff how many found tables did not fit
 * @param joins how the tables are joined by declared keys, as conditions
 * @param narrow what would make the answer smaller, in sentences
 */
public record FindAnswer(
    List<FindTable> tables,
    List<String> joins,
    List<String> ignored,
    List<String> unmatched,
    List<String> narrow,
    long leftOff,
    int tokens,
    String text) {
  public FindAnswer {
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
  }

  /**
   * A table.
   *
   * @param path schema and name
   * @param line the table in one line: its columns with types, keys marked with a star, what its
   *     foreign keys lead to
   * @param why which words of the question it has, or what it is joined with
   */
  public record FindTable(
      String path,
      UUID databaseId,
      String database,
      String kind,
      @Nullable String comment,
      String line,
      String why) {}
}
