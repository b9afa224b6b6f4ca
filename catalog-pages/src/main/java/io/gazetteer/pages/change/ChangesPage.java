package io.gazetteer.pages.change;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what crawls found to have changed, the newest first, a part at a time.
 *
 * @param kinds of changes, to choose from
 * @param complaint what is wrong with the filters; null when nothing is
 * @param next the older ones; null when there are none
 * @param unfiltered the page without filters; null when there are none
 * @param atom the same changes as an Atom feed
 * @param jsonFeed the same changes as a JSON feed
 */
public record ChangesPage(
    Frame frame,
    Filters filters,
    List<Kind> kinds,
    @Nullable String complaint,
    List<CrawlView> crawls,
    @Nullable String next,
    @Nullable String unfiltered,
    String atom,
    String jsonFeed)
    implements Page {
  public ChangesPage {
    kinds = List.copyOf(kinds);
    crawls = List.copyOf(crawls);
  }

  @Override
  public String template() {
    return "change/changes.jte";
  }

  /**
   * What is asked for; empty for everything.
   *
   * @param since as the field for times has it
   */
  public record Filters(
      String database, String schema, String table, String change, String since, String until) {}

  /** A kind of change. */
  public record Kind(String value, String label) {}

  /** What one crawl found. */
  public record CrawlView(String database, String link, String when, List<ChangeLine> changes) {
    public CrawlView {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A change.
   *
   * @param past the table as it was before; null when it was not there, or nobody knows
   * @param tone {@code added}, {@code removed} or {@code changed}
   */
  public record ChangeLine(
      String table,
      String link,
      @Nullable String past,
      @Nullable String column,
      String what,
      String tone,
      @Nullable MarkedText before,
      @Nullable MarkedText after) {}
}
