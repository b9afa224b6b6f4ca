package io.gazetteer.worker.history;

import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.SchemaChanged;
import io.gazetteer.common.index.DocumentIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the changes of crawls that have ended, at least once and in their order. One worker at
 * a time does it: two would mix up the order.
 */
@Component
final class ChangePublisher {
  private static final Logger log = LoggerFactory.getLogger(ChangePublisher.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 1_000;

  /** Any number that nobody else locks. */
  private static final long LOCK = 7_205_759_403L;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final EventPublisher events;

  ChangePublisher(JdbcClient jdbc, TransactionOperations transactions, EventPublisher events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
  }

  private record Row(long id, SchemaChanged event) {}

  @Scheduled(fixedDelayString = "${gazetteer.changes.interval:1s}")
  void publish() {
    try {
      while (Optional.ofNullable(transactions.execute(status -> publishSome())).orElse(0)
          == AT_ONCE) {
        log.debug("There are more changes to publish");
      }
    } catch (RuntimeException e) {
      log.warn("Changes are not published yet, trying on: {}", e.toString());
    }
  }

  /** Returns how many; the rows are marked only when the brokers have all of them. */
  private int publishSome() {
    if (!jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single()) {
      return 0;
    }
    var rows = unpublished();
    if (!rows.isEmpty()) {
      events.publishAll(rows.stream().map(Row::event).toList());
      jdbc.sql("update schema_change set published = true where id = any(:ids)")
          .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
          .update();
    }
    return rows.size();
  }

  private List<Row> unpublished() {
    return jdbc.sql(
            """
            select * from schema_change s
            where not published and not exists (
                select from crawl where id = s.crawl_id and live)
            order by id limit :limit
            """)
        .param("limit", AT_ONCE)
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    var source = row.getObject("data_source_id", UUID.class);
    var schema = row.getString("schema_name");
    var table = row.getString("relation_name");
    return new Row(
        row.getLong("id"),
        new SchemaChanged(
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
            json(row.getString("after"))));
  }

  private static @Nullable JsonNode json(@Nullable String value) {
    return value == null ? null : JSON.readTree(value);
  }
}
