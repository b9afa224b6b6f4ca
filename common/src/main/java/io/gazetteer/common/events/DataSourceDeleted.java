package io.gazetteer.common.events;

import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Says that a data source was deleted and its documents must be purged. Topic {@link
 * Topics#DATA_SOURCE_DELETED}, key: data source.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DataSourceDeleted(UUID dataSourceId) implements Event {

  @Override
  public String topic() {
    return Topics.DATA_SOURCE_DELETED;
  }

  @Override
  public String key() {
    return dataSourceId.toString();
  }
}
