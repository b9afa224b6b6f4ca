package io.gazetteer.api.sources.webhooks.messages;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps messages for one webhook, in their order. What may wait has a bound: messages beyond it are
 * counted and not kept. Not thread-safe.
 */
final class Mailbox implements Consumer<Message> {
  private final Subscriber owner;
  private final JdbcClient jdbc;
  private int room;

  /**
   * @param room how many more messages may wait
   */
  Mailbox(Subscriber owner, int room, JdbcClient jdbc) {
    this.owner = owner;
    this.room = room;
    this.jdbc = jdbc;
  }

  Subscriber owner() {
    return owner;
  }

  @Override
  public void accept(Message message) {
    if (room > 0) {
      insert(message);
      room--;
    } else {
      jdbc.sql("update webhook set missed = missed + 1 where id = :id")
          .param("id", owner.id())
          .update();
    }
  }

  private void insert(Message message) {
    jdbc.sql(
            """
            insert into webhook_delivery
              (webhook_id, message_id, event, data_source_id, crawl_id, body)
            values (:webhook, :id, :event, :source, :crawl, :body)
            """)
        .param("webhook", owner.id())
        .param("id", message.id())
        .param("event", message.event().name())
        .param("source", message.dataSourceId())
        .param("crawl", message.crawlId())
        .param("body", message.body())
        .update();
  }
}
