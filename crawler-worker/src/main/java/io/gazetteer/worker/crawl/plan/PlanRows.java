package io.gazetteer.worker.crawl.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the rows of a plan to the catalog store. */
final class PlanRows {
  private final JdbcTemplate jdbc;

  PlanRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts the rows, in the transaction that ends the planning. */
  void insert(CrawlRef crawl, Plan plan) {
    insertBatches(crawl, plan.batches());
    insertExcluded(crawl, plan.excluded());
    insertFailures(crawl, plan.unproven());
    insertSchemas(crawl, plan);
  }

  private void insertBatches(CrawlRef crawl, List<List<RelationRef>> batches) {
    var rows = new ArrayList<Object[]>();
    for (int no = 0; no < batches.size(); no++) {
      var batch = batches.get(no);
      rows.add(
          new Object[] {
            crawl.crawlId(),
            no,
            batch.stream().map(RelationRef::id).toArray(Long[]::new),
            batch.stream().map(RelationRef::schema).toArray(String[]::new),
            batch.stream().map(RelationRef::name).toArray(String[]::new),
            batch.stream().map(ref -> ref.kind().name()).toArray(String[]::new),
            batch.stream().map(RelationRef::columnCount).toArray(Integer[]::new)
          });
    }
    jdbc.batchUpdate(
        """
        insert into crawl_batch (crawl_id, batch_no, relation_ids, relation_schemas,
                                 relation_names, relation_kinds, column_counts)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private void insertExcluded(CrawlRef crawl, List<RelationRef> excluded) {
    var bySchema = excluded.stream().collect(groupingBy(RelationRef::schema));
    jdbc.batchUpdate(
        "insert into crawl_excluded (crawl_id, schema_name, relation_names) values (?, ?, ?)",
        bySchema.entrySet().stream()
            .map(
                schema ->
                    new Object[] {
                      crawl.crawlId(),
                      schema.getKey(),
                      schema.getValue().stream().map(RelationRef::name).toArray(String[]::new)
                    })
            .toList());
  }

  private void insertFailures(CrawlRef crawl, List<ReadOutcome.Failed> failures) {
    jdbc.batchUpdate(
        """
        insert into crawl_failure (crawl_id, schema_name, relation_name, code, message)
        values (?, ?, ?, ?, ?)
        """,
        failures.stream()
            .map(
                failed ->
                    new Object[] {
                      crawl.crawlId(),
                      failed.ref().schema(),
                      failed.ref().name(),
                      failed.code(),
                      failed.message()
                    })
            .toList());
  }

  private void insertSchemas(CrawlRef crawl, Plan plan) {
    var included = bySchema(plan.included());
    var excluded = bySchema(plan.excluded());
    var unproven = bySchema(plan.unproven().stream().map(ReadOutcome.Failed::ref).toList());
    var schemas = new TreeSet<>(included.keySet());
    schemas.addAll(excluded.keySet());
    schemas.addAll(unproven.keySet());
    jdbc.batchUpdate(
        """
        insert into crawl_schema (crawl_id, schema_name, tables_seen, tables_excluded,
                                  tables_failed)
        values (?, ?, ?, ?, ?)
        """,
        schemas.stream()
            .map(
                schema -> {
                  long left = excluded.getOrDefault(schema, 0L);
                  long failed = unproven.getOrDefault(schema, 0L);
                  long seen = included.getOrDefault(schema, 0L) + left + failed;
                  return new Object[] {crawl.crawlId(), schema, seen, left, failed};
                })
            .toList());
  }

  private static Map<String, Long> bySchema(List<RelationRef> relations) {
    return relations.stream().collect(groupingBy(RelationRef::schema, counting()));
  }
}
