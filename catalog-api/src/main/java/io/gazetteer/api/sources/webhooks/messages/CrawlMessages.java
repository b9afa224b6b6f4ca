package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.common.events.SchemaChanged;
import io.gazetteer.common.index.DocumentIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells of crawls that have ended: what they found changed, and how they ended. Thread safe. */
@Component
class CrawlMessages {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  CrawlMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the messages, in the running transaction. */
  void tell(Occurrence end, ToldSource source, List<Mailbox> boxes) {
    var crawlId = Objects.requireNonNull(end.crawlId());
    var crawl = new EndedCrawl(source, end, wouldRemove(crawlId));
    tellChanges(crawl, crawlId, boxes);
    crawl
        .outcome()
        .ifPresent(
            draft ->
                boxes.stream()
                    .filter(box -> box.owner().wants(draft.event()))
                    .forEach(box -> box.accept(Message.of(draft, box.owner().format()))));
  }

  private long wouldRemove(UUID crawlId) {
    return jdbc.sql(
            """
            select coalesce(sum(cardinality(relation_names)), 0) from held_removal
            where crawl_id = :id
            """)
        .param("id", crawlId)
        .query(Long.class)
        .single();
  }

  /** Tells each change once: a crawl that was held and confirmed ends twice. */
  private void tellChanges(EndedCrawl crawl, UUID crawlId, List<Mailbox> boxes) {
    var collectors = new LinkedHashMap<Subscriber, ChangeCollector>();
    for (Mailbox box : boxes) {
      if (box.owner().wants(WebhookEvent.CHANGES)) {
        collectors.put(
            box.owner(),
            box.owner().format() == MessageFormat.JSON
                ? new JsonChanges(crawl, box)
                : new SlackChanges(crawl, box));
      }
    }
    long last = told(crawlId);
    List<SchemaChanged> some;
    do {
      some = changes(crawl.source().id(), crawlId, last);
      some.forEach(change -> add(change, collectors));
      last = some.isEmpty() ? last : some.getLast().id();
    } while (some.size() == AT_ONCE);
    collectors.values().forEach(ChangeCollector::end);
    jdbc.sql("update crawl set told_change = :last where id = :id")
        .param("last", last)
        .param("id", crawlId)
        .update();
  }

  private static void add(SchemaChanged change, Map<Subscriber, ChangeCollector> collectors) {
    collectors.forEach(
        (subscriber, collector) -> {
          if (subscriber.filter().fits(change)) {
            collector.add(change);
          }
        });
  }

  private long told(UUID crawlId) {
    return jdbc.sql("select coalesce(max(told_change), 0) from crawl where id = :id")
        .param("id", crawlId)
        .query(Long.class)
        .single();
  }

  private List<SchemaChanged> changes(UUID dataSourceId, UUID crawlId, long after) {
    return jdbc.sql(
            """
            select * from schema_change s
            where data_source_id = :source and crawl_id = :crawl and id > :after
              and epoch = (select epoch from crawl where id = :crawl)
            order by id limit :limit
            """)
        .param("source", dataSourceId)
        .param("crawl", crawlId)
        .param("after", after)
        .param("limit", AT_ONCE)
        .query((row, number) -> change(row))
        .list();
  }

  private static SchemaChanged change(ResultSet row) throws SQLException {
    var source = row.getObject("data_source_id", UUID.class);
    var schema = row.getString("schema_name");
    var table = row.getString("relation_name");
    return new SchemaChanged(
        row.getLong("id"),
        source,
        DocumentIds.table(source, schema, table),
        row.getObject("crawl_id", UUID.class),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        schema,
        table,
        row.getString("change"),
        row.getString("column_name"),
        json(row.getString("before")),
        json(row.getString("after")));
  }

  private static @Nullable JsonNode json(@Nullable String value) {
    return value == null ? null : JSON.readTree(value);
  }
}
