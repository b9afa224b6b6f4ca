package io.gazetteer.common.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Says that a crawl found a table changed. Topic {@link Topics#SCHEMA_CHANGES}, key: the table's
 * id. For anyone; unlike the other events it says what happened, see {@code docs/changes.md}.
 *
 * @param id grows; the same change has the same id however often it is sent
 * @param at when it was found
 * @param column null when the change is about the table
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SchemaChanged(
    long id,
    UUID dataSourceId,
    String tableId,
    UUID crawlId,
    Instant at,
    String schema,
    String table,
    String change,
    @Nullable String column,
    @Nullable JsonNode before,
    @Nullable JsonNode after)
    implements Event {

  @Override
  public String topic() {
    return Topics.SCHEMA_CHANGES;
  }

  @Override
  public String key() {
    return tableId;
  }
}
