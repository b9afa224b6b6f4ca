package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.api.sources.webhooks.messages.Message;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows what was sent to webhooks, for {@value #KEPT_DAYS} days, and of each webhook at most
 * {@value #MOST_KEPT} messages that wait no more. Thread safe.
 */
@Component
public class DeliveryLog {
  private static final int KEPT_DAYS = 7;
  private static final int MOST_KEPT = 1_000;

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists the messages of a webhook before this number, the newest first. */
  public List<Delivery> page(UUID webhookId, long before, int limit) {
    return jdbc.sql(
            """
            select id, message_id, event, data_source_id, crawl_id, state, attempts, created_at,
              attempted_at, status, error
            from webhook_delivery where webhook_id = :webhook and id < :before
            order by id desc limit :limit
            """)
        .param("webhook", webhookId)
        .param("before", before)
        .param("limit", limit)
        .query(DeliveryLog::map)
        .list();
  }

  private static Delivery map(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getObject("message_id", UUID.class),
        WebhookEvent.valueOf(row.getString("event")),
        row.getObject("data_source_id", UUID.class),
        row.getObject("crawl_id", UUID.class),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "attempted_at"),
        row.getObject("status", Integer.class),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Adds a message that was sent outside of the queue, and what became of it. */
  public void add(UUID webhookId, Message message, Outcome outcome) {
    jdbc.sql(
            """
            insert into webhook_delivery
              (webhook_id, message_id, event, state, attempts, attempted_at, status, error)
            select id, :message, :event, :state, 1, now(), :status, :error
            from webhook where id = :webhook
            """)
        .param("webhook", webhookId)
        .param("message", message.id())
        .param("event", message.event().name())
        .param("state", outcome.isDelivered() ? "DELIVERED" : "FAILED")
        .param("status", outcome.status(), Types.INTEGER)
        .param("error", outcome.error(), Types.VARCHAR)
        .update();
  }

  /** Forgets what nobody looks at any more. */
  void forgetOld() {
    jdbc.sql(
            """
            delete from webhook_delivery
            where state <> 'WAITING' and created_at < now() - :days * interval '1 day'
            """)
        .param("days", KEPT_DAYS)
        .update();
    jdbc.sql(
            """
            delete from webhook_delivery d
            using (
              select w.id, (
                select l.id from webhook_delivery l
                where l.webhook_id = w.id and l.state <> 'WAITING'
                order by l.id desc offset :most limit 1) as newest
              from webhook w) old
            where d.webhook_id = old.id and d.id <= old.newest and d.state <> 'WAITING'
            """)
        .param("most", MOST_KEPT)
        .update();
  }
}
