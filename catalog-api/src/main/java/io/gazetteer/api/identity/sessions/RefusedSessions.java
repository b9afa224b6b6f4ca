package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that somebody comes with a token of a session that has ended. Thread safe. */
public final class RefusedSessions {
  private final RepeatableEvents events;

  RefusedSessions(RepeatableEvents events) {
    this.events = events;
  }

  /**
   * Records one refusal.
   *
   * @param username of whose session it was
   * @param address that the request comes from
   */
  public void refused(UUID sessionId, String username, @Nullable String address) {
    events.record(
        Audit.Actor.NOBODY, address, "session_refused", sessionId, Map.of("username", username));
  }
}
