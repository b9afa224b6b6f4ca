package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.common.source.DatabaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/**
 * Turns what has happened into messages, each once and in order. One process at a time does it: two
 * would mix up the order. Thread safe.
 */
@Component
public final class WebhookOutbox {
  private static final Logger log = LoggerFactory.getLogger(WebhookOutbox.class);

  /** Any number that nobody else locks. */
  private static final long LOCK = 7_205_759_404L;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Subscribers subscribers;
  private final CrawlMessages crawls;

  WebhookOutbox(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Subscribers subscribers,
      CrawlMessages crawls) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.subscribers = subscribers;
    this.crawls = crawls;
  }

  /**
   * Makes the messages of all that waits, unless another process is at it.
   *
   * @throws DataAccessException when the catalog store is away; nothing is lost
   */
  public void empty() {
    while (Boolean.TRUE.equals(transaction.execute(status -> takeOne()))) {
      log.debug("There is more to tell webhooks");
    }
  }

  private boolean takeOne() {
    if (!jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single()) {
      return false;
    }
    var first = first();
    first.ifPresent(this::tell);
    return first.isPresent();
  }

  private Optional<Occurrence> first() {
    return jdbc.sql("select * from webhook_outbox order by id limit 1")
        .query(WebhookOutbox::map)
        .optional();
  }

  private static Occurrence map(ResultSet row, int number) throws SQLException {
    return new Occurrence(
        row.getLong("id"),
        row.getObject("data_source_id", UUID.class),
        row.getObject("crawl_id", UUID.class),
        row.getString("crawl_state"),
        row.getString("error_code"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }

  private void tell(Occurrence occurrence) {
    // Of a data source that is gone there is nothing left to tell.
    source(occurrence.dataSourceId()).ifPresent(source -> tellOrSkip(occurrence, source));
    jdbc.sql("delete from webhook_outbox where id = :id").param("id", occurrence.id()).update();
  }

  /** What cannot be written down must not hold up all that comes after it. */
  private void tellOrSkip(Occurrence occurrence, ToldSource source) {
    try {
      tell(occurrence, source);
    } catch (JacksonException e) {
      log.error("Webhooks are not told of {}: {}", occurrence, e.getOriginalMessage());
    }
  }

  private void tell(Occurrence occurrence, ToldSource source) {
    var interested = subscribers.of(source);
    if (occurrence.isOfACrawl()) {
      crawls.tell(occurrence, source, interested);
    } else {
      stale(occurrence, source, interested);
    }
  }

  private static void stale(Occurrence occurrence, ToldSource source, List<Mailbox> interested) {
    var draft = StaleMessage.of(occurrence, source);
    interested.stream()
        .filter(box -> box.owner().wants(WebhookEvent.STALE))
        .forEach(box -> box.accept(Message.of(draft, box.owner().format())));
  }

  private Optional<ToldSource> source(UUID id) {
    return jdbc.sql("select id, db_name, kind from data_source where id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new ToldSource(
                    row.getObject("id", UUID.class),
                    row.getString("db_name"),
                    DatabaseKind.valueOf(row.getString("kind")).displayName()))
        .optional();
  }

  /** Adds, in the running transaction, that a data source is stale. */
  void addStale(UUID dataSourceId) {
    jdbc.sql("insert into webhook_outbox (event, data_source_id) values ('STALE', :id)")
        .param("id", dataSourceId)
        .update();
  }

  /** Returns whether anyone wants to be told of this. */
  boolean isWanted(WebhookEvent event) {
    return jdbc.sql("select exists (select from webhook where :event = any(events))")
        .param("event", event.name())
        .query(Boolean.class)
        .single();
  }
}
