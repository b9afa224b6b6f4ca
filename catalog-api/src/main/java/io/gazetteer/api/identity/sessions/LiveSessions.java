package io.gazetteer.api.identity.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says whether a session lives, and what its user may do. Asked with every request, so an answer is
 * kept for {@link #KEPT}: that is how long an access token outlives its session. Thread safe.
 */
public final class LiveSessions {
  static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 20_000;

  private final JdbcClient jdbc;
  private final Cache<UUID, Optional<Caller>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  LiveSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds whose session it is; empty when it has ended, or its user may not log in any more. */
  public Optional<Caller> find(UUID sessionId) {
    var caller = known.getIfPresent(sessionId);
    if (caller == null) {
      // Not inside of the cache: a slow answer must hold up nobody else's.
      caller = load(sessionId);
      known.put(sessionId, caller);
    }
    return caller;
  }

  private Optional<Caller> load(UUID sessionId) {
    return jdbc.sql(
            """
            select u.id, u.username, u.role
            from login_session s join app_user u on u.id = s.user_id
            where s.id = :id and s.ended_at is null and not u.disabled
            """)
        .param("id", sessionId)
        .query(
            (row, number) ->
                Caller.ofSession(
                    row.getObject("id", UUID.class),
                    row.getString("username"),
                    Role.valueOf(row.getString("role"))))
        .optional();
  }

  /** Forgets a session here; other processes notice after {@link #KEPT}. */
  public void forget() {
    known.invalidateAll();
  }
}
