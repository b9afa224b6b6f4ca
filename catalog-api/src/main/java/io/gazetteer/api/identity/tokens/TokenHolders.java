package io.gazetteer.api.identity.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import io.gazetteer.api.identity.sessions.OpaqueToken;
import io.gazetteer.api.identity.sessions.TokenLookup;
import io.gazetteer.api.identity.sessions.TooManyUnknownTokensException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows who calls with a token, and what that one may do. An answer is kept for {@link #KEPT}: that
 * is how long a token works after it was revoked. Thread safe.
 */
@Component
public final class TokenHolders {
  /** Begins every token; scanners for leaked secrets go by it. */
  public static final String PREFIX = "gzt_";

  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 20_000;

  private static final String HASHES =
      "select substring(hash for 8) from api_token where expires_at > now()";

  private final JdbcClient jdbc;
  private final TokenLookup lookup;
  private final Cache<ByteBuffer, Optional<Caller>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  TokenHolders(JdbcClient jdbc, UnknownTokens unknown) {
    this.jdbc = jdbc;
    this.lookup = new TokenLookup(jdbc, unknown, HASHES);
  }

  private record Holder(UUID tokenId, Caller caller, boolean marked) {}

  /**
   * Finds who has a token; empty when it is none, has expired, or is of someone who may not log in
   * any more.
   *
   * @param address that the token comes from
   * @throws TooManyUnknownTokensException when too many unknown tokens come from there
   */
  public Optional<Caller> find(String token, @Nullable String address) {
    byte[] hash = OpaqueToken.hash(token);
    var key = ByteBuffer.wrap(hash);
    var caller = known.getIfPresent(key);
    if (caller == null) {
      var holder = lookup.find(hash, address, () -> load(hash));
      holder.filter(found -> !found.marked()).ifPresent(found -> markUsed(found.tokenId()));
      caller = holder.map(Holder::caller);
      known.put(key, caller);
    }
    return caller;
  }

  private Optional<Holder> load(byte[] hash) {
    return jdbc.sql(
            """
            select t.id, t.role, u.id as user_id, u.username, u.role as user_role,
              coalesce(t.last_used_at > now() - interval '1 minute', false) as marked
            from api_token t join app_user u on u.id = t.user_id
            where t.hash = :hash and t.expires_at > now() and not u.disabled
            """)
        .param("hash", hash)
        .query(TokenHolders::map)
        .optional();
  }

  private static Holder map(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var role = Role.valueOf(row.getString("role")).atMost(Role.valueOf(row.getString("user_role")));
    var caller =
        Caller.ofToken(id, row.getObject("user_id", UUID.class), row.getString("username"), role);
    return new Holder(id, caller, row.getBoolean("marked"));
  }

  /** Stores when it was used, once a minute and process at most, however often that is. */
  private void markUsed(UUID id) {
    jdbc.sql(
            """
            update api_token set last_used_at = now()
            where id = :id
              and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """)
        .param("id", id)
        .update();
  }

  /** Expects a token that is being made. */
  void expect(byte[] hash) {
    lookup.made(hash);
  }

  /** Forgets a token here; other processes notice after {@link #KEPT}. */
  void forget() {
    known.invalidateAll();
  }
}
