package io.gazetteer.common.events;

import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Says that a crawl needs a plan. Topic {@link Topics#CRAWL_REQUESTED}, key: data source. */
@JsonNaming(SnakeCaseStrategy.class)
public record CrawlRequested(UUID dataSourceId, UUID crawlId, long epoch) implements Event {

  @Override
  public String topic() {
    return Topics.CRAWL_REQUESTED;
  }

  @Override
  public String key() {
    return dataSourceId.toString();
  }
}
