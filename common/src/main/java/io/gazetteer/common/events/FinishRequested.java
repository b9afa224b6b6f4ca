package io.gazetteer.common.events;

import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Says that all batches of a crawl ended. Topic {@link Topics#CRAWL_FINISH}, key: data source. */
@JsonNaming(SnakeCaseStrategy.class)
public record FinishRequested(UUID dataSourceId, UUID crawlId, long epoch) implements Event {

  @Override
  public String topic() {
    return Topics.CRAWL_FINISH;
  }

  @Override
  public String key() {
    return dataSourceId.toString();
  }
}
