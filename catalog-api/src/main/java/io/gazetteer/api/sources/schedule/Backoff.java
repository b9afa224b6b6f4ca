package io.gazetteer.api.sources.schedule;

import java.time.Instant;

/**
 * A data source whose newest crawls have all failed is left alone by its schedule.
 *
 * @param failedCrawls how many have failed in a row; at least two
 * @param until no scheduled crawl starts before
 */
public record Backoff(int failedCrawls, Instant until) {}
