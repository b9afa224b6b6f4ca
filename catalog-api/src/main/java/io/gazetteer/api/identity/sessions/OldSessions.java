package io.gazetteer.api.identity.sessions;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets tokens that have expired, and sessions that nothing continues. */
final class OldSessions {
  private final JdbcClient jdbc;

  OldSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void remove() {
    jdbc.sql("delete from refresh_token where expires_at < now()").update();
    jdbc.sql("delete from page_session where expires_at < now()").update();
    jdbc.sql("delete from external_session where expires_at < now()").update();
    jdbc.sql("delete from login_link where expires_at < now()").update();
    jdbc.sql(
            """
            delete from login_session s
            where s.ended_at < now() - interval '1 day'
              or (not exists (select from refresh_token t where t.session_id = s.id)
                and not exists (select from page_session p where p.session_id = s.id))
            """)
        .update();
  }
}
