package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions of browsers of people for whom an external issuer vouches. They end with a logout, and
 * after a working day: then the issuer is asked again who may do what. Thread safe.
 */
public class ExternalSessions {
  public static final Duration LIFETIME = Duration.ofHours(10);
  static final String PREFIX = "gzx_";

  private static final String HASHES =
      "select substring(hash for 8) from external_session where expires_at > now()";

  private final JdbcClient jdbc;
  private final TokenLookup lookup;
  private final Audit audit;
  private final Clock clock;

  ExternalSessions(JdbcClient jdbc, UnknownTokens unknown, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.lookup = new TokenLookup(jdbc, unknown, HASHES);
    this.audit = audit;
    this.clock = clock;
  }

  /** Starts a session for someone whom the issuer has just named; returns its token. */
  @Transactional
  public String open(Caller caller) {
    var external = caller.external();
    if (external == null) {
      throw new IllegalArgumentException("Who has an account has sessions of another kind");
    }
    var token = OpaqueToken.make(PREFIX);
    byte[] hash = OpaqueToken.hash(token);
    lookup.made(hash);
    jdbc.sql(
            """
            insert into external_session (hash, issuer, subject, name, role, expires_at)
            values (:hash, :issuer, :subject, :name, :role, :expiresAt)
            """)
        .param("hash", hash)
        .param("issuer", external.issuer())
        .param("subject", external.subject())
        .param("name", caller.name())
        .param("role", caller.role().name())
        .param("expiresAt", now().plus(LIFETIME))
        .update();
    audit.record(
        new Audit.Actor(null, caller.name(), caller.via().jsonName(), external),
        "logged_in",
        UUID.nameUUIDFromBytes(hash),
        Map.of("by", "page"));
    return token;
  }

  /** Finds whose token it is; empty when its session is over. */
  Optional<Caller> find(String token, @Nullable String address) {
    byte[] hash = OpaqueToken.hash(token);
    try {
      return lookup.find(hash, address, () -> load(hash));
    } catch (TooManyUnknownTokensException e) {
      // As with sessions of accounts: this is none, and its sender logs in.
      return Optional.empty();
    }
  }

  /** Ends the session of a token; nothing happens when there is none. */
  @Transactional
  void end(String token) {
    byte[] hash = OpaqueToken.hash(token);
    int ended =
        jdbc.sql("delete from external_session where hash = :hash").param("hash", hash).update();
    if (ended > 0) {
      audit.record("logged_out", UUID.nameUUIDFromBytes(hash), Map.of());
    }
  }

  private Optional<Caller> load(byte[] hash) {
    return jdbc.sql(
            """
            select issuer, subject, name, role from external_session
            where hash = :hash and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", now())
        .query(ExternalSessions::map)
        .optional();
  }

  private static Caller map(ResultSet row, int number) throws SQLException {
    return Caller.ofIssuer(
        new Caller.External(row.getString("issuer"), row.getString("subject")),
        row.getString("name"),
        Role.valueOf(row.getString("role")));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
