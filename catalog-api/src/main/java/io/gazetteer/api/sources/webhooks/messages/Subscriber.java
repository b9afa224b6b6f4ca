package io.gazetteer.api.sources.webhooks.messages;

import java.util.Set;
import java.util.UUID;

/** A webhook as far as its messages depend on it. */
record Subscriber(UUID id, Set<WebhookEvent> events, WebhookFilter filter, MessageFormat format) {
  Subscriber {
    events = Set.copyOf(events);
  }

  boolean wants(WebhookEvent event) {
    return events.contains(event);
  }
}
