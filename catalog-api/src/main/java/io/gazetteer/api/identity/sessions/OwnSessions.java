package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.identity.audit.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists one's own sessions, and ends them. Thread safe. */
@Component
public class OwnSessions {
  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final LiveSessions live;
  private final Audit audit;

  OwnSessions(JdbcClient jdbc, LiveSessions live, Audit audit) {
    this.jdbc = jdbc;
    this.live = live;
    this.audit = audit;
  }

  /** Lists the sessions of a user that go on, the newest first, a hundred at most. */
  public List<OwnSession> of(UUID userId) {
    return jdbc.sql(
            """
            select s.id, s.created_at, p.session_id is not null as page, p.agent
            from login_session s
            left join page_session p on p.session_id = s.id and p.expires_at > now()
            where s.user_id = :userId and s.ended_at is null
              and (p.session_id is not null
                or exists (
                  select from refresh_token t
                  where t.session_id = s.id and t.expires_at > now() and t.used_at is null))
            order by s.created_at desc, s.id limit :most
            """)
        .param("userId", userId)
        .param("most", MOST)
        .query(OwnSessions::map)
        .list();
  }

  private static OwnSession map(ResultSet row, int number) throws SQLException {
    return new OwnSession(
        row.getObject("id", UUID.class),
        row.getBoolean("page") ? "page" : "api",
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("agent"));
  }

  /** Ends a session of a user; false when there is none that goes on. */
  @Transactional
  public boolean end(UUID userId, UUID id) {
    boolean ended =
        jdbc.sql(
                    """
                    update login_session set ended_at = now()
                    where id = :id and user_id = :userId and ended_at is null
                    """)
                .param("id", id)
                .param("userId", userId)
                .update()
            > 0;
    if (ended) {
      live.forget();
      audit.record("session_ended", id, Map.of());
    }
    return ended;
  }
}
