package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists registered databases, a part at a time.
 *
 * @param mayAdd whether the visitor may add one
 * @param note how many there are
 */
public record DatabasesPage(
    Frame frame,
    boolean mayAdd,
    String filter,
    String sort,
    String note,
    List<Heading> headings,
    List<Row> rows,
    @Nullable String previous,
    @Nullable String next)
    implements Page {
  public DatabasesPage {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "database/databases.jte";
  }

  /** A column's heading, which sorts; null links are for those that do not. */
  public record Heading(String label, @Nullable String link, boolean chosen) {}

  /**
   * A database.
   *
   * @param tables and columns that the last crawl saw; empty before there was one
   */
  public record Row(
      String name,
      String link,
      String kind,
      String host,
      String tables,
      String columns,
      StateView state,
      String when,
      String next) {}
}
