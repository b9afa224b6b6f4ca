package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a crawl found to differ. Thread safe. */
@Component
public final class Changes {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  Changes(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Names a relation. */
  public record RelationName(String schema, String name) {}

  /**
   * Keeps the differences inside a relation. To be called before the index forgets what was before;
   * a second attempt replaces what the first one kept.
   *
   * @throws LeaseLostException when the crawl is over: what it found shows by now, and readers who
   *     have seen it must not miss anything
   */
  public void changed(CrawlRef crawl, Relation before, Relation after) {
    var changes = RelationDiff.between(before, after);
    if (changes.isEmpty()) {
      return;
    }
    var name = new RelationName(after.schema(), after.name());
    transactions.executeWithoutResult(
        status -> {
          holdLive(crawl);
          forget(crawl, name);
          insert(changes.stream().map(change -> row(crawl, name, change)).toList());
        });
  }

  /** The crawl cannot end before this transaction does. */
  private void holdLive(CrawlRef crawl) {
    boolean live =
        !JdbcClient.create(jdbc)
            .sql("select id from crawl where id = :id and state = 'RUNNING' for share")
            .param("id", crawl.crawlId())
            .query()
            .listOfRows()
            .isEmpty();
    if (!live) {
      throw new LeaseLostException("crawl " + crawl.crawlId());
    }
  }

  private void forget(CrawlRef crawl, RelationName relation) {
    JdbcClient.create(jdbc)
        .sql(
            """
            delete from schema_change
            where data_source_id = :source and epoch = :epoch
              and schema_name = :schema and relation_name = :name
            """)
        .param("source", crawl.dataSourceId())
        .param("epoch", crawl.epoch())
        .param("schema", relation.schema())
        .param("name", relation.name())
        .update();
  }

  /** Keeps which relations came and went, in the transaction that ends the crawl. */
  public void cameAndWent(
      CrawlRef crawl, Collection<RelationName> added, Collection<RelationName> removed) {
    insert(rows(crawl, added, "table_added"));
    insert(rows(crawl, removed, "table_removed"));
  }

  private static List<Object[]> rows(
      CrawlRef crawl, Collection<RelationName> relations, String change) {
    return relations.stream()
        .map(relation -> row(crawl, relation, new RelationChange(change, null, null, null)))
        .toList();
  }

  private static Object[] row(CrawlRef crawl, RelationName relation, RelationChange change) {
    return new Object[] {
      crawl.dataSourceId(),
      crawl.crawlId(),
      crawl.epoch(),
      relation.schema(),
      relation.name(),
      change.change(),
      change.column(),
      json(change.before()),
      json(change.after())
    };
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : JSON.writeValueAsString(value);
  }

  private void insert(List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into schema_change (data_source_id, crawl_id, epoch, schema_name, relation_name,
                                     change, column_name, before, after)
          values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
          """,
          rows);
    }
  }
}
