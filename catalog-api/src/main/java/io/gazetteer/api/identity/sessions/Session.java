package io.gazetteer.api.identity.sessions;

import java.util.UUID;

/**
 * A login that lives.
 *
 * @param refreshToken the only one that continues it
 */
public record Session(UUID id, UUID userId, String username, String refreshToken) {
  /** Hides the token. */
  @Override
  public String toString() {
    return "Session[" + id + "]";
  }
}
