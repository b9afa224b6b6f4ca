package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.sources.connectioncheck.TargetCheck;
import io.gazetteer.api.sources.connectioncheck.TargetForbiddenException;
import io.gazetteer.api.sources.webhooks.delivery.Delivery;
import io.gazetteer.api.sources.webhooks.delivery.DeliveryLog;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Manages webhooks as the API and the pages do it. Thread safe. */
@Component
public final class WebhookAdministration {
  private final Webhooks webhooks;
  private final WebhookRows rows;
  private final DeliveryLog deliveries;
  private final TargetCheck targets;

  WebhookAdministration(
      Webhooks webhooks, WebhookRows rows, DeliveryLog deliveries, TargetCheck targets) {
    this.webhooks = webhooks;
    this.rows = rows;
    this.deliveries = deliveries;
    this.targets = targets;
  }

  /**
   * A webhook that was just made.
   *
   * @param secret shown here, and never again; null when the caller gave one
   */
  public record Made(Webhook webhook, @Nullable String secret) {
    /** Hides the secret. */
    @Override
    public String toString() {
      return webhook.id().toString();
    }
  }

  public List<Webhook> all() {
    return rows.all();
  }

  /**
   * Reads a webhook.
   *
   * @throws NotFoundException when there is none
   */
  public Webhook read(UUID id) {
    return rows.find(id).orElseThrow(Webhooks::notFound);
  }

  /**
   * Makes a webhook.
   *
   * @throws TargetForbiddenException when the network policy forbids the address
   * @throws TooManyWebhooksException when there are as many as there may be
   */
  public Made add(WebhookWish wish) {
    check(wish.url());
    var made = webhooks.add(wish);
    return new Made(read(made.id()), made.secret());
  }

  /**
   * Changes a webhook.
   *
   * @throws TargetForbiddenException when the network policy forbids the address
   * @throws NotFoundException when there is none
   */
  public Webhook change(UUID id, WebhookWish wish) {
    check(wish.url());
    webhooks.change(id, wish);
    return read(id);
  }

  private void check(@Nullable ReceiverUrl url) {
    if (url != null) {
      targets.check(url.host(), url.port());
    }
  }

  /**
   * Deletes a webhook, with all that waits for it.
   *
   * @throws NotFoundException when there is none
   */
  public void delete(UUID id) {
    webhooks.delete(id);
  }

  /**
   * Lists what was and will be sent, the newest first.
   *
   * @param before only messages with a lower number
   * @throws NotFoundException when there is no such webhook
   */
  public List<Delivery> deliveries(UUID id, long before, int limit) {
    read(id);
    return deliveries.page(id, before, limit);
  }
}
