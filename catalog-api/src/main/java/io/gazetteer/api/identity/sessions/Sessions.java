package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logins. Each has one refresh token that continues it, once: for the next one. A token that comes
 * again after its exchange was stolen, or its successor was; nobody can tell which, so the session
 * ends.
 */
public class Sessions {
  public static final Duration LIFETIME = Duration.ofDays(30);
  static final String PREFIX = "gzr_";

  /** A day of programs that exchange theirs as often as they need to. */
  static final int MOST_USED = 100;

  private static final String HASHES =
      "select substring(hash for 8) from refresh_token where expires_at > now()";

  private final JdbcClient jdbc;
  private final TokenLookup lookup;
  private final LiveSessions live;
  private final Audit audit;
  private final RefusedSessions events;
  private final Clock clock;

  Sessions(
      JdbcClient jdbc,
      UnknownTokens unknown,
      LiveSessions live,
      Audit audit,
      RefusedSessions events,
      Clock clock) {
    this.jdbc = jdbc;
    this.lookup = new TokenLookup(jdbc, unknown, HASHES);
    this.live = live;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  private record Found(
      UUID sessionId, UUID userId, String username, @Nullable Instant usedAt, boolean usable) {}

  /** Starts a session for someone who has just proven who they are. */
  @Transactional
  public Session open(UUID userId, String username) {
    var id = UUID.randomUUID();
    jdbc.sql("insert into login_session (id, user_id) values (:id, :userId)")
        .param("id", id)
        .param("userId", userId)
        .update();
    return new Session(id, userId, username, issue(id));
  }

  /**
   * Exchanges a refresh token.
   *
   * @param arrivedAt when the request came. One that came before the token was exchanged by another
   *     is refused and no more: a client that asks twice at once is no thief. One that came later
   *     ends the session
   * @param address that the request comes from
   * @return empty when the token continues nothing
   * @throws TooManyUnknownTokensException when too many unknown tokens come from there
   */
  @Transactional
  public Optional<Session> refresh(String token, Instant arrivedAt, @Nullable String address) {
    var found = lock(token, address).orElse(null);
    if (found == null || !found.usable()) {
      if (found != null) {
        events.refused(found.sessionId(), found.username(), Callers.address());
      }
      return Optional.empty();
    }
    if (found.usedAt() != null) {
      if (!arrivedAt.isBefore(found.usedAt())) {
        endReused(found);
      }
      return Optional.empty();
    }
    jdbc.sql("update refresh_token set used_at = :now where hash = :hash")
        .param("now", now())
        .param("hash", OpaqueToken.hash(token))
        .update();
    forgetOldest(found.sessionId());
    var next = issue(found.sessionId());
    return Optional.of(new Session(found.sessionId(), found.userId(), found.username(), next));
  }

  /**
   * Keeps only the last tokens that were exchanged: whoever has a session may exchange any number.
   */
  private void forgetOldest(UUID sessionId) {
    jdbc.sql(
            """
            delete from refresh_token where hash in (
              select hash from refresh_token
              where session_id = :id and used_at is not null
              order by used_at desc, hash offset :most)
            """)
        .param("id", sessionId)
        .param("most", MOST_USED)
        .update();
  }

  private void endReused(Found found) {
    end(found.sessionId());
    audit.record(
        Audit.Actor.NOBODY,
        "refresh_token_reused",
        found.sessionId(),
        Map.of("username", found.username()));
  }

  /**
   * Ends the session of a refresh token, used or not; nothing happens when there is none.
   *
   * @param address that the request comes from
   * @throws TooManyUnknownTokensException when too many unknown tokens come from there
   */
  @Transactional
  public void logOut(String token, @Nullable String address) {
    var found = lock(token, address).filter(Found::usable).orElse(null);
    if (found != null) {
      end(found.sessionId());
      audit.record(
          new Audit.Actor(found.userId(), found.username(), "session"),
          "logged_out",
          found.sessionId(),
          Map.of());
    }
  }

  /** Ends all sessions of a user, within {@link LiveSessions#KEPT} for access tokens. */
  @Transactional
  public void endAllOf(UUID userId) {
    jdbc.sql(
            """
            update login_session set ended_at = :now where user_id = :userId and ended_at is null
            """)
        .param("now", now())
        .param("userId", userId)
        .update();
    live.forget();
  }

  private void end(UUID id) {
    jdbc.sql("update login_session set ended_at = :now where id = :id and ended_at is null")
        .param("now", now())
        .param("id", id)
        .update();
    live.forget();
  }

  private Optional<Found> lock(String token, @Nullable String address) {
    byte[] hash = OpaqueToken.hash(token);
    return lookup.find(hash, address, () -> lock(hash));
  }

  private Optional<Found> lock(byte[] hash) {
    return jdbc.sql(
            """
            select s.id, s.user_id, u.username, t.used_at,
              s.ended_at is null and not u.disabled and t.expires_at > :now as usable
            from refresh_token t
            join login_session s on s.id = t.session_id
            join app_user u on u.id = s.user_id
            where t.hash = :hash
            for update of t, s
            """)
        .param("now", now())
        .param("hash", hash)
        .query(Sessions::map)
        .optional();
  }

  private static Found map(ResultSet row, int number) throws SQLException {
    var usedAt = row.getObject("used_at", OffsetDateTime.class);
    return new Found(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("username"),
        usedAt == null ? null : usedAt.toInstant(),
        row.getBoolean("usable"));
  }

  private String issue(UUID sessionId) {
    var token = OpaqueToken.make(PREFIX);
    byte[] hash = OpaqueToken.hash(token);
    lookup.made(hash);
    jdbc.sql(
            """
            insert into refresh_token (hash, session_id, expires_at)
            values (:hash, :sessionId, :expiresAt)
            """)
        .param("hash", hash)
        .param("sessionId", sessionId)
        .param("expiresAt", now().plus(LIFETIME))
        .update();
    return token;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
