package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.lease.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Says how a crawl ends.
 *
 * @param differences null when nothing can be said about the relations
 */
record CrawlOutcome(
    CrawlState state, @Nullable Differences differences, @Nullable Failure failure) {}
