package io.gazetteer.common.events;

import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Says that a crawl's batch is ready. Topic {@link Topics#CRAWL_BATCH}, key: crawl and batch. */
@JsonNaming(SnakeCaseStrategy.class)
public record BatchRequested(UUID dataSourceId, UUID crawlId, long epoch, int batchNo)
    implements Event {

  @Override
  public String topic() {
    return Topics.CRAWL_BATCH;
  }

  @Override
  public String key() {
    return crawlId + "/" + batchNo;
  }
}
