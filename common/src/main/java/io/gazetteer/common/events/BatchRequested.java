package io.gazetteer.common.events;

import java.util.UUID;

/** A batch of a planned crawl is ready. Topic {@link Topics#CRAWL_BATCH}, key: crawl and batch. */
public record BatchRequested(UUID dataSourceId, UUID crawlId, long epoch, int batchNo) {}
