package io.gazetteer.api.sources.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the log of its webhook has it.
 *
 * @param number its place among all messages of the webhook
 * @param id what the receiver knows it by
 * @param attempts how often it was sent
 * @param status of the last answer; null when there was none
 * @param error why the last try failed; null when it did not
 */
public record Delivery(
    @JsonIgnore long number,
    UUID id,
    WebhookEvent event,
    @Nullable UUID dataSourceId,
    @Nullable UUID crawlId,
    State state,
    int attempts,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Integer status,
    @Nullable String error) {

  /** Says what became of it. */
  public enum State {
    WAITING,
    DELIVERED,
    /** A test that was not taken: it is not sent again. */
    FAILED;

    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
