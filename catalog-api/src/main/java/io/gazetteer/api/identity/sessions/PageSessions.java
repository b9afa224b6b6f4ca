package io.gazetteer.api.identity.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import java.nio.ByteBuffer;
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
 * Sessions of browsers. The browser has one opaque token in a cookie; only its hash is stored. A
 * session ends with a logout, with a new password, and when its user is disabled, like those of
 * {@link Sessions}. Thread safe.
 */
public class PageSessions {
  public static final Duration LIFETIME = Duration.ofDays(14);
  private static final String PREFIX = "gzp_";
  private static final int MOST = 20_000;
  private static final int MOST_AGENT = 300;

  private static final String HASHES =
      "select substring(hash for 8) from page_session where expires_at > now()";

  private final JdbcClient jdbc;
  private final TokenLookup lookup;
  private final LiveSessions live;
  private final ExternalSessions external;
  private final Audit audit;
  private final Clock clock;

  /** Which session a token belongs to never changes; whether it lives is asked each time. */
  private final Cache<ByteBuffer, Found> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(5)).build();

  PageSessions(
      JdbcClient jdbc,
      UnknownTokens unknown,
      LiveSessions live,
      ExternalSessions external,
      Audit audit,
      Clock clock) {
    this.external = external;
    this.jdbc = jdbc;
    this.lookup = new TokenLookup(jdbc, unknown, HASHES);
    this.live = live;
    this.audit = audit;
    this.clock = clock;
  }

  private record Found(UUID sessionId, Instant expiresAt) {}

  /**
   * Starts a session for someone who has just proven who they are; returns its token.
   *
   * @param agent what the browser calls itself; null when nobody knows
   */
  @Transactional
  public String open(UUID userId, String username, @Nullable String agent) {
    var id = UUID.randomUUID();
    var token = OpaqueToken.make(PREFIX);
    byte[] hash = OpaqueToken.hash(token);
    lookup.made(hash);
    jdbc.sql("insert into login_session (id, user_id) values (:id, :userId)")
        .param("id", id)
        .param("userId", userId)
        .update();
    jdbc.sql(
            """
            insert into page_session (hash, session_id, expires_at, agent)
            values (:hash, :id, :expiresAt, :agent)
            """)
        .param("hash", hash)
        .param("id", id)
        .param("expiresAt", now().plus(LIFETIME))
        .param(
            "agent",
            agent == null ? null : agent.substring(0, Math.min(agent.length(), MOST_AGENT)))
        .update();
    audit.record(
        new Audit.Actor(userId, username, "session"), "logged_in", id, Map.of("by", "page"));
    return token;
  }

  /**
   * Finds whose token it is; empty when its session is over.
   *
   * @param address that the request comes from
   */
  public Optional<Caller> find(String token, @Nullable String address) {
    if (token.startsWith(ExternalSessions.PREFIX)) {
      return external.find(token, address);
    }
    return token.startsWith(PREFIX)
        ? lookup(token, address)
            .filter(found -> found.expiresAt().isAfter(clock.instant()))
            .flatMap(found -> live.find(found.sessionId()))
        : Optional.empty();
  }

  /** Finds the id of the session that a token is of. */
  public Optional<UUID> sessionOf(String token, @Nullable String address) {
    return token.startsWith(PREFIX)
        ? lookup(token, address).map(Found::sessionId)
        : Optional.empty();
  }

  /**
   * Ends the session of a token; nothing happens when there is none.
   *
   * @param address that the request comes from
   */
  @Transactional
  public void end(String token, @Nullable String address) {
    if (token.startsWith(ExternalSessions.PREFIX)) {
      external.end(token);
      return;
    }
    var found = lookup(token, address).orElse(null);
    if (found != null) {
      jdbc.sql("update login_session set ended_at = :now where id = :id and ended_at is null")
          .param("now", now())
          .param("id", found.sessionId())
          .update();
      live.forget();
      audit.record("logged_out", found.sessionId(), Map.of());
    }
  }

  private Optional<Found> lookup(String token, @Nullable String address) {
    byte[] hash = OpaqueToken.hash(token);
    var key = ByteBuffer.wrap(hash);
    var kept = known.getIfPresent(key);
    if (kept != null) {
      return Optional.of(kept);
    }
    try {
      var found = lookup.find(hash, address, () -> load(hash));
      found.ifPresent(session -> known.put(key, session));
      return found;
    } catch (TooManyUnknownTokensException e) {
      // Good ones are found however many others come: this is none, and its sender logs in.
      return Optional.empty();
    }
  }

  private Optional<Found> load(byte[] hash) {
    return jdbc.sql("select session_id, expires_at from page_session where hash = :hash")
        .param("hash", hash)
        .query(
            (row, number) ->
                new Found(
                    row.getObject("session_id", UUID.class),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
