package io.gazetteer.common.events;

import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Says that a crawl has reached its final state. Topic {@link Topics#CRAWL_FINISHED}, key: data
 * source.
 *
 * @param state the name of the final state, for example {@code SUCCEEDED}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CrawlFinished(UUID dataSourceId, UUID crawlId, long epoch, String state)
    implements Event {

  @Override
  public String topic() {
    return Topics.CRAWL_FINISHED;
  }

  @Override
  public String key() {
    return dataSourceId.toString();
  }
}
