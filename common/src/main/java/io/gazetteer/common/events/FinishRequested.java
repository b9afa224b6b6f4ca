package io.gazetteer.common.events;

import java.util.UUID;

/** All batches of a crawl have ended. Topic {@link Topics#CRAWL_FINISH}, key: data source. */
public record FinishRequested(UUID dataSourceId, UUID crawlId, long epoch) {}
