package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the account of one crawl: what it counted in each schema, what failed, and what it would
 * remove when somebody lets it.
 *
 * @param removals the first tables that it would remove
 * @param removedBySchema how many these are in each schema, as text
 */
public record CrawlPage(
    Frame frame,
    String database,
    String databaseLink,
    String when,
    CrawlPart crawl,
    List<SchemaRow> schemas,
    String note,
    List<FailureRow> failures,
    @Nullable String moreFailures,
    List<String> removals,
    @Nullable String moreRemovals,
    List<String> removedBySchema)
    implements Page {
  public CrawlPage {
    schemas = List.copyOf(schemas);
    failures = List.copyOf(failures);
    removals = List.copyOf(removals);
    removedBySchema = List.copyOf(removedBySchema);
  }

  @Override
  public String template() {
    return "database/crawl.jte";
  }

  /** The counts of a schema. */
  public record SchemaRow(String name, List<String> counts) {
    public SchemaRow {
      counts = List.copyOf(counts);
    }
  }

  /** A table that could not be read. */
  public record FailureRow(String table, String code, String message) {}
}
