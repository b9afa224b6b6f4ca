package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.lease.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a crawl ends.
 *
 * @param findings null when nothing can be said about the relations
 */
record Ending(CrawlState state, @Nullable Findings findings, @Nullable Failure failure) {}
