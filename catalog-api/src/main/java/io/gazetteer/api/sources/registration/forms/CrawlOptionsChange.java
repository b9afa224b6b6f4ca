package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.RelationFilters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about when and how a data source is crawled, checked; null is left as it is.
 *
 * @param setsConnections whether {@code maxConnections} is meant, where null has a meaning of its
 *     own
 */
public record CrawlOptionsChange(
    @Nullable String schedule,
    @Nullable String timeZone,
    @Nullable RelationFilters filters,
    boolean setsConnections,
    @Nullable Integer maxConnections) {

  public static final CrawlOptionsChange NONE =
      new CrawlOptionsChange(null, null, null, false, null);

  public CrawlOptions applyTo(CrawlOptions before) {
    return new CrawlOptions(
        Objects.requireNonNullElse(schedule, before.schedule()),
        Objects.requireNonNullElse(timeZone, before.timeZone()),
        Objects.requireNonNullElse(filters, before.filters()),
        setsConnections ? maxConnections : before.maxConnections());
  }
}
