package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.failure.DomainException;

/** There are as many webhooks as there may be. */
public final class TooManyWebhooksException extends DomainException {
  TooManyWebhooksException(int most) {
    super("There are %d webhooks, as many as there may be: delete one first".formatted(most));
  }
}
