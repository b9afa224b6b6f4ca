package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import io.gazetteer.pages.table.TablePage.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows one database with its crawls.
 *
 * @param live its newest crawl, as it is now
 * @param notice what was just done, or went wrong; null for nothing
 * @param report what a test of the connection showed; null when none was asked for
 */
public record DatabasePage(
    Frame frame,
    String name,
    String kind,
    List<Fact> facts,
    Actions actions,
    CrawlPart live,
    @Nullable String notice,
    @Nullable ReportView report,
    List<CrawlRow> crawls,
    @Nullable String olderLink,
    String searchLink,
    String diagramLink)
    implements Page {
  public DatabasePage {
    facts = List.copyOf(facts);
    crawls = List.copyOf(crawls);
  }

  @Override
  public String template() {
    return "database/database.jte";
  }

  /** Where the forms and links of the page lead. */
  public record Actions(
      boolean allowed, boolean mayCrawl, String crawl, String test, String edit, String delete) {}

  /** A crawl in the history. */
  public record CrawlRow(
      String link, StateView state, String when, String lasted, String account) {}
}
