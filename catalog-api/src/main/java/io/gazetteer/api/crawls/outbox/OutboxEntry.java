package io.gazetteer.api.crawls.outbox;

import io.gazetteer.common.events.Event;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it waits in PostgreSQL.
 *
 * @param type the simple name of the event's record
 */
record OutboxEntry(String type, JsonNode event) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static OutboxEntry of(Event event) {
    return new OutboxEntry(event.getClass().getSimpleName(), JSON.valueToTree(event));
  }

  Event toEvent() {
    var record =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .filter(candidate -> candidate.getSimpleName().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No event " + type));
    return (Event) JSON.treeToValue(event, record);
  }
}
