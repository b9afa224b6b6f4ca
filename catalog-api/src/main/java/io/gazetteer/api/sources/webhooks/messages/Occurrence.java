package io.gazetteer.api.sources.webhooks.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, as it waits in the outbox.
 *
 * @param crawlState in which the crawl ended; null when it is not about a crawl
 * @param errorCode why the crawl failed; null when it did not
 */
record Occurrence(
    long id,
    UUID dataSourceId,
    @Nullable UUID crawlId,
    @Nullable String crawlState,
    @Nullable String errorCode,
    Instant at) {

  boolean isOfACrawl() {
    return crawlId != null;
  }
}
