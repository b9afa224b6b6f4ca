package io.gazetteer.common.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Says when and how a data source is crawled.
 *
 * @param schedule {@code off}, an ISO 8601 duration such as {@code PT1H}, a cron expression of five
 *     fields, or a cron macro such as {@code @daily}
 * @param timeZone where the hours of a cron expression are counted, for example {@code
 *     Europe/Berlin}
 * @param filters what of the data source is indexed
 * @param maxConnections connections to it at most, over all workers; null: as many as the workers'
 *     setting says
 */
public record CrawlOptions(
    String schedule, String timeZone, RelationFilters filters, @Nullable Integer maxConnections) {

  /** The data source is crawled daily, and all of it is indexed. */
  public static final CrawlOptions DEFAULTS =
      new CrawlOptions("P1D", "UTC", RelationFilters.NONE, null);
}
