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
import java.util.List;
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
  private final String issuer;

  /**
   * @param issuer that is trusted: sessions of another one, which was trusted earlier, are over
   */
  ExternalSessions(
      JdbcClient jdbc, UnknownTokens unknown, Audit audit, Clock clock, String issuer) {
    this.issuer = issuer;
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
    if (remove(hash).isPresent()) {
      audit.record("logged_out", UUID.nameUUIDFromBytes(hash), Map.of());
    }
  }

  /**
   * Ends the session that the audit calls so, whoever's it is; false when there is none.
   *
   * @param id the target of its {@code logged_in}
   */
  @Transactional
  boolean end(UUID id) {
    var ended =
        hashes().stream()
            .filter(hash -> UUID.nameUUIDFromBytes(hash).equals(id))
            .findFirst()
            .flatMap(this::remove);
    ended.ifPresent(subject -> audit.record("session_ended", id, Map.of("of_subject", subject)));
    return ended.isPresent();
  }

  private List<byte[]> hashes() {
    return jdbc.sql("select hash from external_session where expires_at > now()")
        .query((row, number) -> row.getBytes("hash"))
        .list();
  }

  private Optional<String> remove(byte[] hash) {
    return jdbc.sql("delete from external_session where hash = :hash returning subject")
        .param("hash", hash)
        .query(String.class)
        .optional();
  }

  private Optional<Caller> load(byte[] hash) {
    return jdbc.sql(
            """
            select issuer, subject, name, role from external_session
            where hash = :hash and expires_at > :now and issuer = :issuer
            """)
        .param("hash", hash)
        .param("issuer", issuer)
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
