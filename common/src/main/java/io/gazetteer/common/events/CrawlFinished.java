package io.gazetteer.common.events;

import java.util.UUID;

/**
 * A crawl has reached its final state. Topic {@link Topics#CRAWL_FINISHED}, key: data source.
 *
 * @param state the name of the final state, for example {@code SUCCEEDED}
 */
public record CrawlFinished(UUID dataSourceId, UUID crawlId, long epoch, String state) {}
