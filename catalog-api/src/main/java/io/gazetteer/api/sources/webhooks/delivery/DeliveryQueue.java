package io.gazetteer.api.sources.webhooks.delivery;

import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out the messages that wait, and keeps what became of them. The messages of a webhook go out
 * one after the other: a claim has a lease, and whatever is said under an earlier claim changes
 * nothing. Thread safe.
 */
final class DeliveryQueue {
  /** Longer than a try takes, with a resolver that is slow. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final JdbcClient jdbc;
  private final WebhookSettings settings;

  DeliveryQueue(JdbcClient jdbc, WebhookSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * Claims a webhook that has something to send now; empty when there is none.
   *
   * @param healthyOnly leaves those out whose last try has failed
   */
  Optional<Claim> claim(boolean healthyOnly) {
    return jdbc.sql(
            """
            update webhook
            set attempt = attempt + 1, lease_until = now() + :lease * interval '1 millisecond'
            where id = (
              select w.id from webhook w
              where paused_at is null and next_try_at <= now()
                and (lease_until is null or lease_until < now())
                and (failures = 0 or not :healthyOnly)
                and exists (
                  select from webhook_delivery
                  where webhook_id = w.id and state = 'WAITING')
              order by failures > 0, next_try_at limit 1
              for no key update skip locked)
            returning id, attempt, failures
            """)
        .param("lease", LEASE.toMillis())
        .param("healthyOnly", healthyOnly)
        .query(
            (row, number) ->
                new Claim(
                    row.getObject("id", UUID.class),
                    row.getLong("attempt"),
                    row.getInt("failures")))
        .optional();
  }

  /** Renews the claim and finds what is next; empty when there is nothing, or the claim is lost. */
  Optional<Due> next(Claim claim) {
    return jdbc.sql(
            """
            with held as (
              update webhook set lease_until = now() + :lease * interval '1 millisecond'
              where id = :webhook and attempt = :attempt and paused_at is null
              returning id, secret)
            select d.id, d.message_id, d.body, held.secret
            from held cross join lateral (
              select id, message_id, body from webhook_delivery
              where webhook_id = held.id and state = 'WAITING'
              order by id limit 1) d
            """)
        .param("lease", LEASE.toMillis())
        .param("webhook", claim.webhookId())
        .param("attempt", claim.attempt())
        .query(
            (row, number) ->
                new Due(
                    row.getLong("id"),
                    row.getObject("message_id", UUID.class),
                    row.getString("body"),
                    row.getBytes("secret")))
        .optional();
  }

  /** Says that a message has arrived. */
  void delivered(Claim claim, Due due, Outcome outcome) {
    jdbc.sql(
            """
            with held as (
              update webhook
              set failures = 0, failing_since = null, last_error = null, delivered_at = now()
              where id = :webhook and attempt = :attempt
              returning id)
            update webhook_delivery d
            set state = 'DELIVERED', body = null, attempts = attempts + 1, attempted_at = now(),
              status = :status, error = null
            from held where d.id = :id and d.webhook_id = held.id
            """)
        .param("webhook", claim.webhookId())
        .param("attempt", claim.attempt())
        .param("id", due.id())
        .param("status", outcome.status())
        .update();
  }

  /** Says that a message has not arrived, and ends the claim; returns whether that pauses it. */
  boolean failed(Claim claim, Due due, Outcome outcome) {
    var pause = settings.pause(claim.failures() + 1, outcome.wishedPause());
    return jdbc.sql(
            """
            with held as (
              update webhook
              set failures = failures + 1, failing_since = coalesce(failing_since, now()),
                last_error = :error, lease_until = null,
                next_try_at = now() + :pause * interval '1 millisecond',
                paused_at = case when :gone or failing_since <= now() - :retry * interval '1 millisecond'
                  then now() end,
                pause_reason = case when :gone then 'GONE'
                  when failing_since <= now() - :retry * interval '1 millisecond' then 'FAILING' end
              where id = :webhook and attempt = :attempt and paused_at is null
              returning id, paused_at)
            update webhook_delivery d
            set attempts = attempts + 1, attempted_at = now(), status = :status, error = :error
            from held where d.id = :id and d.webhook_id = held.id
            returning held.paused_at is not null
            """)
        .param("webhook", claim.webhookId())
        .param("attempt", claim.attempt())
        .param("id", due.id())
        .param("error", outcome.error())
        .param("status", outcome.status(), Types.INTEGER)
        .param("pause", pause.toMillis())
        .param("retry", settings.retryTime().toMillis())
        .param("gone", outcome.isGone())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Ends a claim: there was nothing more to send. */
  void release(Claim claim) {
    jdbc.sql("update webhook set lease_until = null where id = :id and attempt = :attempt")
        .param("id", claim.webhookId())
        .param("attempt", claim.attempt())
        .update();
  }
}
