package io.gazetteer.pages.search;

import io.gazetteer.pages.MarkedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that was found.
 *
 * @param icon of its kind
 * @param kind in words
 * @param type null for a table
 * @param why it was found, in words
 * @param partitions how many it has, in words; null when it has none
 * @param others how many hits it stands for, with a link to them; null when to itself only
 * @param more a link to more columns of its table; null for a table
 * @param columns of a table that a question speaks of; none for names
 */
public record HitView(
    String icon,
    String kind,
    MarkedText name,
    String link,
    List<Crumb> crumbs,
    @Nullable String type,
    @Nullable MarkedText comment,
    List<String> why,
    @Nullable String partitions,
    @Nullable Crumb others,
    @Nullable String more,
    List<ColumnView> columns) {
  public HitView {
    crumbs = List.copyOf(crumbs);
    why = List.copyOf(why);
    columns = List.copyOf(columns);
  }

  /**
   * A column that the question speaks of.
   *
   * @param key {@code PK}, {@code FK}, both, or empty
   * @param why the words that it has
   */
  public record ColumnView(
      String name, String link, String type, String key, @Nullable String comment, String why) {}

  /**
   * A step of the way to it.
   *
   * @param link null when there is no page of it
   */
  public record Crumb(String text, @Nullable String link) {}
}
