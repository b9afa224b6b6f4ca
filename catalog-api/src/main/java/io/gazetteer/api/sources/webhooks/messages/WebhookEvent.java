package io.gazetteer.api.sources.webhooks.messages;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists what webhooks are told of. */
public enum WebhookEvent {
  /** A crawl has ended that found changes. */
  CHANGES,
  CRAWL_FAILED,
  /** A crawl waits for someone to confirm what it would remove. */
  CRAWL_HELD,
  /** No crawl has read a data source for longer than its schedule lets one expect. */
  STALE,
  /** Someone tries the webhook; not to be asked for. */
  TEST;

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lists the events that one can ask for. */
  public static List<WebhookEvent> offered() {
    return List.of(CHANGES, CRAWL_FAILED, CRAWL_HELD, STALE);
  }

  /** Finds an event that one can ask for. */
  public static Optional<WebhookEvent> lookup(String jsonName) {
    return offered().stream().filter(event -> event.jsonName().equals(jsonName)).findFirst();
  }

  static WebhookEvent[] read(Object[] names) {
    return Arrays.stream(names)
        .map(name -> WebhookEvent.valueOf(name.toString()))
        .toArray(WebhookEvent[]::new);
  }
}
