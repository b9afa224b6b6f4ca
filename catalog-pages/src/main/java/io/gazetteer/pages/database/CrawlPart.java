package io.gazetteer.pages.database;

import io.gazetteer.pages.Links;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crawl as it is now. A script asks for it again while it runs.
 *
 * @param again where to ask; null when it has ended
 * @param phase what it does, in words
 * @param percent how far it is; null while unknown
 * @param figures tables and columns done, pace, what is left
 * @param error why it did not succeed; null when it did
 * @param advice what to do about it
 */
public record CrawlPart(
    Links links,
    String csrf,
    @Nullable String again,
    StateView state,
    String phase,
    @Nullable Integer percent,
    List<Figure> figures,
    @Nullable String error,
    String advice,
    @Nullable String cancel,
    @Nullable String confirm,
    String details)
    implements Page {
  public CrawlPart {
    figures = List.copyOf(figures);
  }

  @Override
  public String template() {
    return "database/live.jte";
  }

  /** A number and what it counts. */
  public record Figure(String label, String value) {}
}
