package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.common.secrets.SecretVaultException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits for a webhook, in order, until one try fails. Thread safe. */
final class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final DeliveryQueue queue;
  private final SealedTargets targets;
  private final Sender sender;

  Deliveries(DeliveryQueue queue, SealedTargets targets, Sender sender) {
    this.queue = queue;
    this.targets = targets;
    this.sender = sender;
  }

  /**
   * Sends all that waits.
   *
   * @param goesOn asked between two messages
   */
  void run(Claim claim, BooleanSupplier goesOn) {
    var current = claim;
    while (goesOn.getAsBoolean()) {
      var due = queue.next(current);
      if (due.isEmpty()) {
        break;
      }
      var outcome = send(current, due.get());
      if (!outcome.isDelivered()) {
        failed(current, due.get(), outcome);
        return;
      }
      queue.delivered(current, due.get(), outcome);
      current = new Claim(claim.webhookId(), claim.attempt(), 0);
    }
    queue.release(current);
  }

  private Outcome send(Claim claim, Due due) {
    try {
      var target = targets.open(claim.webhookId(), due.target());
      return sender.send(target, due.messageId(), due.body());
    } catch (SecretVaultException e) {
      return Outcome.failed("secret_unreadable");
    }
  }

  private void failed(Claim claim, Due due, Outcome outcome) {
    if (queue.failed(claim, due, outcome)) {
      log.warn("The webhook {} is paused: {}", claim.webhookId(), outcome.error());
    } else {
      log.debug("The webhook {} took no message: {}", claim.webhookId(), outcome.error());
    }
  }
}
