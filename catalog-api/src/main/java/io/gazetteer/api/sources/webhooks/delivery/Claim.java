package io.gazetteer.api.sources.webhooks.delivery;

import java.util.UUID;

/**
 * A webhook that this process alone sends to, while its lease lasts.
 *
 * @param attempt which claim it is: later ones have higher numbers, and take it away
 * @param failures how many tries have failed in a row
 */
record Claim(UUID webhookId, long attempt, int failures) {
  boolean isFailing() {
    return failures > 0;
  }
}
