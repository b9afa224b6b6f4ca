package io.gazetteer.api.identity.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that let a user in once, without a password. Only hashes of their codes are stored. */
public final class LoginLinks {
  public static final Duration LIFETIME = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes a code good for this user, for an hour. */
  public void add(String code, UUID userId) {
    jdbc.sql(
            """
            insert into login_link (hash, user_id, expires_at) values (:hash, :userId, :expiresAt)
            on conflict (hash) do nothing
            """)
        .param("hash", OpaqueToken.hash(code))
        .param("userId", userId)
        .param("expiresAt", clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Finds whose code it is, and leaves it good. */
  public Optional<UUID> find(String code) {
    return jdbc.sql("select user_id from login_link where hash = :hash and expires_at > :now")
        .param("hash", OpaqueToken.hash(code))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  /** Uses a code up; empty when it is good no more, for one of two who use it at once, too. */
  public Optional<UUID> use(String code) {
    return jdbc.sql(
            "delete from login_link where hash = :hash and expires_at > :now returning user_id")
        .param("hash", OpaqueToken.hash(code))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }
}
