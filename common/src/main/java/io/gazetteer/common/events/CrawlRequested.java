package io.gazetteer.common.events;

import java.util.UUID;

/** A crawl is PENDING and wants a plan. Topic {@link Topics#CRAWL_REQUESTED}, key: data source. */
public record CrawlRequested(UUID dataSourceId, UUID crawlId, long epoch) {}
