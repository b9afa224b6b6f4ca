package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.ratelimit.Places;
import io.gazetteer.api.sources.connectioncheck.SecretUnreadableException;
import io.gazetteer.api.sources.webhooks.delivery.DeliveryLog;
import io.gazetteer.api.sources.webhooks.delivery.Outcome;
import io.gazetteer.api.sources.webhooks.delivery.Sender;
import io.gazetteer.api.sources.webhooks.messages.Message;
import io.gazetteer.common.secrets.SecretVaultException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a message to a webhook at once, to see whether it arrives. Thread safe. */
@Component
public final class WebhookTests {
  private static final int MOST = 8;
  private static final int MOST_OF_ONE = 4;

  private final Places places = new Places(MOST, MOST_OF_ONE);
  private final WebhookRows rows;
  private final Sender sender;
  private final DeliveryLog deliveries;
  private final Audit audit;
  private final Clock clock;

  WebhookTests(WebhookRows rows, Sender sender, DeliveryLog deliveries, Audit audit, Clock clock) {
    this.rows = rows;
    this.sender = sender;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What has become of a test.
   *
   * @param id of the message
   * @param status of the answer; null when there was none
   * @param error why it has not arrived; null when it has
   */
  public record Result(
      UUID id, boolean delivered, @Nullable Integer status, @Nullable String error) {
    private static Result of(Message message, Outcome outcome) {
      return new Result(message.id(), outcome.isDelivered(), outcome.status(), outcome.error());
    }
  }

  /**
   * Sends a test, which is not sent again when it fails; takes ten seconds at most.
   *
   * @throws NotFoundException when there is no such webhook
   * @throws TooManyTestsException when too many go on
   */
  public Result run(UUID id, Caller caller) {
    var place = places.take(caller).orElseThrow(TooManyTestsException::new);
    try (place) {
      var webhook = rows.receiver(id).orElseThrow(Webhooks::notFound);
      var message = Message.test(id, webhook.format(), clock.instant());
      var outcome = sender.send(webhook.target(), message.id(), message.body());
      deliveries.add(id, message, outcome);
      audit.record(
          "webhook_tested",
          id,
          Map.of(
              "receiver",
              webhook.origin(),
              "result",
              Objects.requireNonNullElse(outcome.error(), "ok")));
      return Result.of(message, outcome);
    } catch (SecretVaultException e) {
      throw new SecretUnreadableException();
    }
  }
}
