package io.gazetteer.api.idempotency;

import java.util.UUID;

/**
 * One attempt to do what a request asks for.
 *
 * @param caller whose key it is: callers do not see each other's
 * @param digest of all that was asked for; the body of the same request may hold a password, so
 *     that this is a secret
 */
record IdempotencyAttempt(UUID id, String caller, String key, String digest) {
  static IdempotencyAttempt of(String caller, String key, String digest) {
    return new IdempotencyAttempt(UUID.randomUUID(), caller, key, digest);
  }

  /** Hides the digest. */
  @Override
  public String toString() {
    return "%s of %s (%s)".formatted(key, caller, id);
  }
}
