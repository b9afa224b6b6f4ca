package io.gazetteer.api.testing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows of crawls as workers would. */
public final class CrawlRows {
  private final JdbcClient jdbc;

  public CrawlRows(TestApi api) {
    this.jdbc = api.bean(JdbcClient.class);
  }

  /** The id of a data source's newest crawl. */
  public UUID newest(UUID dataSourceId) {
    return jdbc.sql("select id from crawl where data_source_id = :id order by epoch desc limit 1")
        .param("id", dataSourceId)
        .query(UUID.class)
        .single();
  }

  /** Sets columns of a crawl, for example {@code "state = 'RUNNING'", "tables_seen = 3"}. */
  public void set(UUID crawlId, String... assignments) {
    jdbc.sql("update crawl set " + String.join(", ", assignments) + " where id = :id")
        .param("id", crawlId)
        .update();
  }

  /** Inserts a batch without relations. */
  public void batch(UUID crawlId, int number, String state, long tablesDone, long columnsDone) {
    jdbc.sql(
            """
            insert into crawl_batch (crawl_id, batch_no, state, lease_until, tables_done,
              columns_done, relation_ids, relation_schemas, relation_names, relation_kinds,
              column_counts)
            values (:id, :number, :state,
              case when :state in ('READING', 'INDEXING') then now() + interval '1 minute' end,
              :tables, :columns, '{}', '{}', '{}', '{}', '{}')
            """)
        .param("id", crawlId)
        .param("number", number)
        .param("state", state)
        .param("tables", tablesDone)
        .param("columns", columnsDone)
        .update();
  }

  /** Inserts the counts of a schema: seen, indexed, unchanged, excluded, failed, removed. */
  public void schema(UUID crawlId, String name, int... counts) {
    var values = Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    jdbc.sql("insert into crawl_schema values (:id, :name, " + values + ")")
        .param("id", crawlId)
        .param("name", name)
        .update();
  }

  /** Inserts what a HELD crawl would remove from a schema. */
  public void removal(UUID crawlId, String schema, List<String> tables) {
    jdbc.sql("insert into held_removal values (:id, :schema, :tables)")
        .param("id", crawlId)
        .param("schema", schema)
        .param("tables", tables.toArray(String[]::new))
        .update();
  }

  public void failure(UUID crawlId, String schema, String table) {
    failure(crawlId, schema, table, "lock_timeout");
  }

  public void failure(UUID crawlId, String schema, String table, String code) {
    jdbc.sql("insert into crawl_failure values (:id, :schema, :table, :code, 'Locked')")
        .param("id", crawlId)
        .param("schema", schema)
        .param("table", table)
        .param("code", code)
        .update();
  }
}
