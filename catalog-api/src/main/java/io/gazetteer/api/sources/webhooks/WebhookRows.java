package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.sources.webhooks.Webhook.PauseReason;
import io.gazetteer.api.sources.webhooks.Webhook.State;
import io.gazetteer.api.sources.webhooks.delivery.SealedTargets;
import io.gazetteer.api.sources.webhooks.delivery.Target;
import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import io.gazetteer.common.secrets.SecretVaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads webhooks. Thread safe. */
@Component
class WebhookRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String SELECT =
      """
      select w.*, (
        select count(*) from webhook_delivery
        where webhook_id = w.id and state = 'WAITING') as waiting
      from webhook w
      """;

  private final JdbcClient jdbc;
  private final SealedTargets targets;

  WebhookRows(JdbcClient jdbc, SealedTargets targets) {
    this.jdbc = jdbc;
    this.targets = targets;
  }

  /** Lists all webhooks, the oldest first. */
  List<Webhook> all() {
    return jdbc.sql(SELECT + "order by created_at, id").query((row, number) -> map(row)).list();
  }

  Optional<Webhook> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query((row, number) -> map(row))
        .optional();
  }

  /** Says where a webhook's messages go, and how it wants them. */
  record Receiver(Target target, String origin, MessageFormat format) {}

  /**
   * Finds where a webhook's messages go.
   *
   * @throws SecretVaultException when the keyset does not decrypt it
   */
  Optional<Receiver> receiver(UUID id) {
    return jdbc.sql("select secret, origin, format from webhook where id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new Receiver(
                    targets.open(id, row.getBytes("secret")),
                    row.getString("origin"),
                    MessageFormat.valueOf(row.getString("format"))))
        .optional();
  }

  private Webhook map(ResultSet row) throws SQLException {
    var reason = row.getString("pause_reason");
    var pauseReason = reason == null ? null : PauseReason.valueOf(reason);
    int failures = row.getInt("failures");
    var state = pauseReason != null ? State.PAUSED : failures > 0 ? State.FAILING : State.ACTIVE;
    long waiting = row.getLong("waiting");
    var failingSince = instant(row, "failing_since");
    var lastError = row.getString("last_error");
    return new Webhook(
        row.getObject("id", UUID.class),
        url(row),
        MessageFormat.valueOf(row.getString("format")),
        Arrays.stream((Object[]) row.getArray("events").getArray())
            .map(name -> WebhookEvent.valueOf(name.toString()))
            .toList(),
        JSON.readValue(Objects.requireNonNull(row.getString("filter")), WebhookFilter.class),
        Objects.requireNonNull(instant(row, "created_at")),
        state,
        WebhookNote.of(pauseReason, failures, failingSince, lastError, row.getLong("missed")),
        failingSince,
        failures,
        lastError,
        state == State.PAUSED || waiting == 0 ? null : instant(row, "next_try_at"),
        instant(row, "delivered_at"),
        instant(row, "paused_at"),
        pauseReason,
        waiting,
        row.getLong("missed"));
  }

  /** Shows at least the server when the rest cannot be decrypted. */
  private String url(ResultSet row) throws SQLException {
    try {
      return targets.open(row.getObject("id", UUID.class), row.getBytes("secret")).url();
    } catch (SecretVaultException e) {
      return row.getString("origin");
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
