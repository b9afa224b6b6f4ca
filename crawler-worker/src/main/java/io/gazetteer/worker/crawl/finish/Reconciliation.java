package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the account of a crawl: {@code seen = indexed + unchanged + excluded + failed}, in each
 * schema.
 */
@Component
class Reconciliation {
  private final JdbcTemplate jdbc;

  Reconciliation(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts relations as failed that a batch took for indexed or unchanged, since the index does not
   * hold them as it should. One that is named already counts once.
   */
  void addFailures(CrawlRef crawl, List<FailedRelation> failures) {
    var added = failures.stream().filter(failed -> insert(crawl, failed)).toList();
    var bySchema =
        added.stream()
            .collect(Collectors.groupingBy(FailedRelation::schema, Collectors.counting()));
    bySchema.forEach((schema, count) -> moveToFailed(crawl, schema, count));
    if (!added.isEmpty()) {
      total(crawl);
    }
  }

  private boolean insert(CrawlRef crawl, FailedRelation failed) {
    return JdbcClient.create(jdbc)
            .sql(
                """
                insert into crawl_failure (crawl_id, schema_name, relation_name, code, message)
                values (:id, :schema, :name, :code, :message)
                on conflict (crawl_id, schema_name, relation_name) do nothing
                """)
            .param("id", crawl.crawlId())
            .param("schema", failed.schema())
            .param("name", failed.name())
            .param("code", failed.failure().code())
            .param("message", failed.failure().message())
            .update()
        == 1;
  }

  private void moveToFailed(CrawlRef crawl, String schema, long count) {
    jdbc.update(
        """
        update crawl_schema
        set tables_failed = tables_failed + ?,
            tables_unchanged = tables_unchanged - least(tables_unchanged, ?),
            tables_indexed = tables_indexed - (? - least(tables_unchanged, ?))
        where crawl_id = ? and schema_name = ?
        """,
        count,
        count,
        count,
        count,
        crawl.crawlId(),
        schema);
  }

  private void total(CrawlRef crawl) {
    jdbc.update(
        """
        update crawl
        set tables_indexed = s.indexed, tables_unchanged = s.unchanged, tables_failed = s.failed
        from (select sum(tables_indexed) as indexed, sum(tables_unchanged) as unchanged,
                     sum(tables_failed) as failed
              from crawl_schema where crawl_id = ?) s
        where id = ?
        """,
        crawl.crawlId(),
        crawl.crawlId());
  }

  /** Adds the removed relations to the account. */
  void addRemoved(CrawlRef crawl, Collection<RelationName> removed) {
    var bySchema =
        removed.stream()
            .collect(Collectors.groupingBy(RelationName::schema, Collectors.counting()));
    jdbc.batchUpdate(
        """
        insert into crawl_schema (crawl_id, schema_name, tables_removed) values (?, ?, ?)
        on conflict (crawl_id, schema_name)
        do update set tables_removed = crawl_schema.tables_removed + excluded.tables_removed
        """,
        bySchema.entrySet().stream()
            .map(entry -> new Object[] {crawl.crawlId(), entry.getKey(), entry.getValue()})
            .toList());
  }

  /** Counts the schemas whose account is wrong, and the crawl itself when its sums are wrong. */
  long mismatches(CrawlRef crawl) {
    return JdbcClient.create(jdbc)
        .sql(
            """
            select count(*) from (
              select tables_seen, tables_indexed, tables_unchanged, tables_excluded, tables_failed
              from crawl_schema where crawl_id = :id
              union all
              select tables_seen, tables_indexed, tables_unchanged, tables_excluded, tables_failed
              from crawl where id = :id) counts
            where tables_seen
              <> tables_indexed + tables_unchanged + tables_excluded + tables_failed
            """)
        .param("id", crawl.crawlId())
        .query(Long.class)
        .single();
  }
}
