package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.sources.connectioncheck.SecretUnreadableException;
import io.gazetteer.api.sources.webhooks.delivery.SealedTargets;
import io.gazetteer.api.sources.webhooks.delivery.Signature;
import io.gazetteer.api.sources.webhooks.delivery.Target;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import io.gazetteer.common.secrets.SecretVaultException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes and deletes webhooks; each change is in the audit. Thread safe. */
@Component
class Webhooks {
  private static final int MOST = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final SealedTargets targets;
  private final Audit audit;

  Webhooks(JdbcClient jdbc, SealedTargets targets, Audit audit) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.audit = audit;
  }

  /** Holds a new webhook's id and, when it was made here, its secret. */
  record Made(UUID id, @Nullable String secret) {
    /** Hides the secret. */
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /**
   * Makes a webhook.
   *
   * @throws TooManyWebhooksException when there are as many as there may be
   */
  @Transactional
  Made add(WebhookWish wish) {
    refuseTooMany();
    var id = UUID.randomUUID();
    var url = Objects.requireNonNull(wish.url());
    var made = wish.secret() == null ? Signature.newSecret() : null;
    var secret = made == null ? Objects.requireNonNull(wish.secret()) : made;
    var events = Objects.requireNonNull(wish.events());
    var format = Objects.requireNonNull(wish.format());
    jdbc.sql(
            """
            insert into webhook (id, secret, origin, format, events, filter)
            values (:id, :secret, :origin, :format, :events, :filter::jsonb)
            """)
        .param("id", id)
        .param("secret", targets.seal(id, new Target(url.uri().toString(), secret)))
        .param("origin", url.origin())
        .param("format", format.name())
        .param("events", names(events))
        .param("filter", JSON.writeValueAsString(Objects.requireNonNull(wish.filter())))
        .update();
    audit.record(
        "webhook_created",
        id,
        Map.of("receiver", url.origin(), "format", format.jsonName(), "events", events));
    return new Made(id, made);
  }

  private static String[] names(List<WebhookEvent> events) {
    return events.stream().map(WebhookEvent::name).toArray(String[]::new);
  }

  /**
   * Counts with the table locked, so that requests at the same time are counted one after another.
   */
  private void refuseTooMany() {
    jdbc.sql("lock table webhook in share row exclusive mode").update();
    if (jdbc.sql("select count(*) from webhook").query(Integer.class).single() >= MOST) {
      throw new TooManyWebhooksException(MOST);
    }
  }

  /**
   * Changes a webhook. One that gets another address, or is resumed, begins as if it had never
   * failed.
   *
   * @throws NotFoundException when there is none
   * @throws SecretUnreadableException when only one of address and secret is new, and the other
   *     cannot be decrypted
   */
  @Transactional
  void change(UUID id, WebhookWish wish) {
    var sealed = lock(id);
    if (wish.url() != null || wish.secret() != null) {
      seal(id, sealed, wish.url(), wish.secret());
    }
    boolean startsAfresh = wish.url() != null || Boolean.FALSE.equals(wish.paused());
    jdbc.sql(
            """
            update webhook
            set format = coalesce(:format, format),
              events = coalesce(:events, events),
              filter = coalesce(:filter::jsonb, filter),
              failures = case when :afresh then 0 else failures end,
              failing_since = case when :afresh then null else failing_since end,
              last_error = case when :afresh then null else last_error end,
              next_try_at = case when :afresh then now() else next_try_at end,
              paused_at = case when :paused then coalesce(paused_at, now())
                when :resumed then null else paused_at end,
              pause_reason = case when :paused then coalesce(pause_reason, 'BY_HAND')
                when :resumed then null else pause_reason end
            where id = :id
            """)
        .param("id", id)
        .param("format", wish.format() == null ? null : wish.format().name(), Types.VARCHAR)
        .param("events", wish.events() == null ? null : names(wish.events()), Types.ARRAY)
        .param("filter", json(wish.filter()), Types.VARCHAR)
        .param("afresh", startsAfresh)
        .param("paused", Boolean.TRUE.equals(wish.paused()))
        .param("resumed", Boolean.FALSE.equals(wish.paused()))
        .update();
    audit.record("webhook_changed", id, details(wish));
  }

  private static @Nullable String json(@Nullable WebhookFilter filter) {
    return filter == null ? null : JSON.writeValueAsString(filter);
  }

  private byte[] lock(UUID id) {
    return jdbc.sql("select secret from webhook where id = :id for no key update")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .orElseThrow(Webhooks::notFound);
  }

  static NotFoundException notFound() {
    return new NotFoundException("There is no such webhook");
  }

  private void seal(UUID id, byte[] sealed, @Nullable ReceiverUrl url, @Nullable String secret) {
    var target =
        url != null && secret != null
            ? new Target(url.uri().toString(), secret)
            : with(open(id, sealed), url, secret);
    jdbc.sql(
            "update webhook set secret = :secret, origin = coalesce(:origin, origin) where id = :id")
        .param("id", id)
        .param("secret", targets.seal(id, target))
        .param("origin", url == null ? null : url.origin(), Types.VARCHAR)
        .update();
  }

  private static Target with(Target before, @Nullable ReceiverUrl url, @Nullable String secret) {
    return new Target(
        url == null ? before.url() : url.uri().toString(),
        secret == null ? before.secret() : secret);
  }

  private Target open(UUID id, byte[] sealed) {
    try {
      return targets.open(id, sealed);
    } catch (SecretVaultException e) {
      throw new SecretUnreadableException();
    }
  }

  private static Map<String, Object> details(WebhookWish wish) {
    var details = new LinkedHashMap<String, Object>();
    var changed = new ArrayList<String>();
    if (wish.url() != null) {
      changed.add("url");
      details.put("receiver", wish.url().origin());
    }
    if (wish.secret() != null) {
      changed.add("secret");
    }
    if (wish.format() != null) {
      changed.add("format");
    }
    if (wish.events() != null) {
      changed.add("events");
    }
    if (wish.filter() != null) {
      changed.add("filter");
    }
    if (wish.paused() != null) {
      details.put("paused", wish.paused());
    }
    details.put("changed", changed);
    return details;
  }

  /**
   * Deletes a webhook, with all that waits for it.
   *
   * @throws NotFoundException when there is none
   */
  @Transactional
  void delete(UUID id) {
    var origin =
        jdbc.sql("delete from webhook where id = :id returning origin")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElseThrow(Webhooks::notFound);
    audit.record("webhook_deleted", id, Map.of("receiver", origin));
  }
}
