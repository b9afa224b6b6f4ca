package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is to be; checked. For a change, what is null stays as it is.
 *
 * @param secret null for a new webhook: one is made
 * @param paused null for a new webhook
 */
public record WebhookWish(
    @Nullable ReceiverUrl url,
    @Nullable String secret,
    @Nullable MessageFormat format,
    @Nullable List<WebhookEvent> events,
    @Nullable WebhookFilter filter,
    @Nullable Boolean paused) {
  public WebhookWish {
    events = events == null ? null : List.copyOf(events);
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "[webhook]";
  }
}
