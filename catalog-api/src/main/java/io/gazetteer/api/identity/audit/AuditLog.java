package io.gazetteer.api.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events, the newest first. Thread safe. */
public final class AuditLog {
  private static final OffsetDateTime FIRST = time(Instant.EPOCH);
  private static final OffsetDateTime LAST = FIRST.withYear(10_000);

  private final JdbcClient jdbc;

  AuditLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Says which events are wanted; whatever is empty may be anything.
   *
   * @param since the time of the first ones
   * @param until the time that all of them are before
   */
  public record Wanted(
      Optional<String> action,
      Optional<String> actor,
      Optional<String> subject,
      Optional<Instant> since,
      Optional<Instant> until) {}

  /** Lists up to {@code limit} events older than the one with the id {@code before}. */
  public List<AuditEvent> page(long before, Wanted wanted, int limit) {
    return jdbc.sql(
            """
            select id, at, actor_id, actor, issuer, subject, via, address, action, target, details
            from audit_event
            where id < :before
              and (:action::text is null or action = :action)
              and (:actor::text is null or actor = :actor)
              and (:subject::text is null or subject = :subject)
              and at >= :since and at < :until
            order by id desc limit :limit
            """)
        .param("before", before)
        .param("action", wanted.action().orElse(null))
        .param("actor", wanted.actor().orElse(null))
        .param("subject", wanted.subject().orElse(null))
        .param("since", wanted.since().map(AuditLog::time).orElse(FIRST))
        .param("until", wanted.until().map(AuditLog::time).orElse(LAST))
        .param("limit", limit)
        .query(AuditLog::map)
        .list();
  }

  private static OffsetDateTime time(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static AuditEvent map(ResultSet row, int number) throws SQLException {
    return new AuditEvent(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("actor_id", UUID.class),
        row.getString("actor"),
        row.getString("issuer"),
        row.getString("subject"),
        row.getString("via"),
        row.getString("address"),
        row.getString("action"),
        row.getString("target"),
        row.getString("details"));
  }
}
