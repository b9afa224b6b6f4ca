package io.gazetteer.api.identity.tokens;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.sessions.OpaqueToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes tokens for programs. */
@Component
public class ApiTokens {
  private static final String SELECT =
      """
      select t.id, t.name, u.username, t.role, t.created_at, t.expires_at, t.last_used_at
      from api_token t join app_user u on u.id = t.user_id
      """;

  private static final int MOST_OF_ONE = 100;

  private final JdbcClient jdbc;
  private final TokenHolders holders;
  private final Audit audit;

  ApiTokens(JdbcClient jdbc, TokenHolders holders, Audit audit) {
    this.jdbc = jdbc;
    this.holders = holders;
    this.audit = audit;
  }

  /** Holds a new token, which is known only now. */
  public record Made(ApiToken token, String secret) {
    /** Hides the secret. */
    @Override
    public String toString() {
      return token.toString();
    }
  }

  /**
   * Makes a token for its owner.
   *
   * @throws SessionOverException when the owner is logged out by now
   * @throws TooManyTokensException when the owner has a hundred that have not expired
   */
  @Transactional
  public Made add(UUID owner, String name, Role role, int days) {
    lock(owner);
    refuseWithoutSession(owner);
    refuseTooMany(owner);
    var id = UUID.randomUUID();
    var secret = OpaqueToken.make(TokenHolders.PREFIX);
    byte[] hash = OpaqueToken.hash(secret);
    holders.expect(hash);
    jdbc.sql(
            """
            insert into api_token (id, hash, user_id, name, role, expires_at)
            values (:id, :hash, :owner, :name, :role, now() + make_interval(days => :days))
            """)
        .param("id", id)
        .param("hash", hash)
        .param("owner", owner)
        .param("name", name)
        .param("role", role.name())
        .param("days", days)
        .update();
    audit.record("api_token_created", id, Map.of("name", name, "role", role.jsonName()));
    return new Made(find(id).orElseThrow(), secret);
  }

  /**
   * Locks the owner's row, so that requests at the same time are counted one after another, and
   * that a token which is made while an administrator ends all of them is among these.
   */
  private void lock(UUID owner) {
    jdbc.sql("select id from app_user where id = :owner for update")
        .param("owner", owner)
        .query(UUID.class)
        .optional();
  }

  private void refuseWithoutSession(UUID owner) {
    boolean any =
        jdbc.sql(
                """
                select exists (
                  select from login_session where user_id = :owner and ended_at is null)
                """)
            .param("owner", owner)
            .query(Boolean.class)
            .single();
    if (!any) {
      throw new SessionOverException();
    }
  }

  private void refuseTooMany(UUID owner) {
    int count =
        jdbc.sql("select count(*) from api_token where user_id = :owner and expires_at > now()")
            .param("owner", owner)
            .query(Integer.class)
            .single();
    if (count >= MOST_OF_ONE) {
      throw new TooManyTokensException(MOST_OF_ONE);
    }
  }

  /**
   * Lists tokens by id, those after {@code after}.
   *
   * @param owner null for those of all
   */
  public List<ApiToken> page(@Nullable UUID owner, UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where t.id > :after and (:owner::uuid is null or t.user_id = :owner)
                order by t.id limit :limit
                """)
        .param("after", after)
        .param("owner", owner)
        .param("limit", limit)
        .query(ApiTokens::map)
        .list();
  }

  private Optional<ApiToken> find(UUID id) {
    return jdbc.sql(SELECT + "where t.id = :id").param("id", id).query(ApiTokens::map).optional();
  }

  /**
   * Makes a token worthless; false when there is none, or it is another's.
   *
   * @param owner null for anyone's
   */
  @Transactional
  public boolean revoke(UUID id, @Nullable UUID owner) {
    var name =
        jdbc.sql(
                """
                delete from api_token
                where id = :id and (:owner::uuid is null or user_id = :owner) returning name
                """)
            .param("id", id)
            .param("owner", owner)
            .query(String.class)
            .optional();
    name.ifPresent(revoked -> audit.record("api_token_revoked", id, Map.of("name", revoked)));
    holders.forget();
    return name.isPresent();
  }

  /** Makes all tokens of a user worthless; returns how many there were. */
  @Transactional
  public int endAllOf(UUID owner) {
    int ended = jdbc.sql("delete from api_token where user_id = :id").param("id", owner).update();
    holders.forget();
    return ended;
  }

  private static ApiToken map(ResultSet row, int number) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("username"),
        Role.valueOf(row.getString("role")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
