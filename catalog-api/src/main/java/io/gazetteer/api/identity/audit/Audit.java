package io.gazetteer.api.identity.audit;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who did what, in the transaction that does it: there is no change without its event,
 * and no event without its change. Each event is a line of JSON in the log of {@code
 * io.gazetteer.audit}, too. Never give it a secret. Thread safe.
 */
public final class Audit {
  private static final Logger log = LoggerFactory.getLogger("io.gazetteer.audit");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  public Audit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Says who did it, when that is not whoever sent the request. */
  public record Actor(
      @Nullable Object id, @Nullable String name, String via, Caller.@Nullable External external) {
    public Actor(@Nullable Object id, @Nullable String name, String via) {
      this(id, name, via, null);
    }

    /** A person at the machine itself. */
    public static final Actor CONSOLE = new Actor(null, null, "console");

    /** Someone who has not proven who they are. */
    public static final Actor NOBODY = new Actor(null, null, "nobody");

    private static Actor of(Caller caller) {
      return new Actor(caller.userId(), caller.name(), caller.via().jsonName(), caller.external());
    }

    private @Nullable String issuer() {
      return external == null ? null : external.issuer();
    }

    private @Nullable String subject() {
      return external == null ? null : external.subject();
    }
  }

  /** Records what the sender of the current request does. */
  public void record(String action, @Nullable Object target, Map<String, ?> details) {
    record(sender(), action, target, details);
  }

  /** Returns the sender of the current request. */
  static Actor sender() {
    return Callers.find().map(Actor::of).orElse(Actor.NOBODY);
  }

  /** Records what someone else does. */
  public void record(Actor actor, String action, @Nullable Object target, Map<String, ?> details) {
    record(actor, Callers.address(), new What(action, target, details));
  }

  /** Says what was done, to what, and how. */
  record What(String action, @Nullable Object target, Map<String, ?> details) {}

  void record(Actor actor, @Nullable String address, What done) {
    var action = done.action();
    var target = done.target();
    var details = done.details();
    var what = target == null ? null : target.toString();
    jdbc.sql(
            """
            insert into audit_event
              (actor_id, actor, issuer, subject, via, address, action, target, details)
            values
              (:actorId::uuid, :actor, :issuer, :subject, :via, :address, :action, :target,
               :details::jsonb)
            """)
        .param("actorId", actor.id())
        .param("actor", actor.name())
        .param("issuer", actor.issuer())
        .param("subject", actor.subject())
        .param("via", actor.via())
        .param("address", address)
        .param("action", action)
        .param("target", what)
        .param("details", JSON.writeValueAsString(details))
        .update();
    var line = line(actor, address, done);
    afterCommit(() -> log.info("{}", line));
  }

  private static String line(Actor actor, @Nullable String address, What done) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("action", done.action());
    line.put("actor", actor.name());
    line.put("actor_id", actor.id());
    line.put("issuer", actor.issuer());
    line.put("subject", actor.subject());
    line.put("via", actor.via());
    line.put("address", address);
    line.put("target", done.target() == null ? null : done.target().toString());
    line.put("details", done.details());
    return JSON.writeValueAsString(line);
  }

  private static void afterCommit(Runnable task) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      task.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            task.run();
          }
        });
  }
}
