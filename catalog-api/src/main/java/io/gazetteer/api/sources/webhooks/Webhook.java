package io.gazetteer.api.sources.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the API shows it: all but the secret.
 *
 * @param note what there is to say about its state, for people; null while all is well
 * @param failingSince when the first of the tries that failed in a row was; null when the last one
 *     did not fail
 * @param nextTryAt null when nothing waits, and while it is paused
 * @param deliveredAt when the last message arrived; null before the first one
 * @param waiting how many messages wait
 * @param missed how many messages were not kept, since too many waited
 */
public record Webhook(
    UUID id,
    String url,
    MessageFormat format,
    List<WebhookEvent> events,
    WebhookFilter filter,
    Instant createdAt,
    State state,
    @Nullable String note,
    @Nullable Instant failingSince,
    int failures,
    @Nullable String lastError,
    @Nullable Instant nextTryAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant pausedAt,
    @Nullable PauseReason pauseReason,
    long waiting,
    long missed) {
  public Webhook {
    events = List.copyOf(events);
  }

  /** Says whether messages arrive. */
  public enum State {
    ACTIVE,
    FAILING,
    PAUSED;

    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Says why a webhook is paused. */
  public enum PauseReason {
    BY_HAND,
    /** Nothing has arrived for a day. */
    FAILING,
    /** The receiver has answered that it is no more. */
    GONE;

    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
