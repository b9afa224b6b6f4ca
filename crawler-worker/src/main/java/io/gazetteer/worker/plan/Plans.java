package io.gazetteer.worker.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.gazetteer.worker.CrawlRef;
import io.gazetteer.worker.Failure;
import io.gazetteer.worker.introspect.RelationRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The planning steps of a crawl in the catalog store; every move is a compare-and-set. */
@Component
final class Plans {
  private final JdbcClient jdbc;
  private final JdbcTemplate batchJdbc;
  private final TransactionOperations transactions;

  Plans(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = JdbcClient.create(jdbc);
    this.batchJdbc = jdbc;
    this.transactions = transactions;
  }

  /** Takes a crawl that waits, or whose planner went silent; empty when there is nothing to do. */
  OptionalInt claim(CrawlRef crawl, Duration lease) {
    return jdbc.sql(
            """
            update crawl
            set state = 'PLANNING', attempt = attempt + 1, retry_at = null,
                lease_until = now() + :lease * interval '1 ms',
                started_at = coalesce(started_at, now())
            where id = :id and epoch = :epoch
              and (state = 'PENDING' and coalesce(retry_at, '-infinity') <= now()
                or state = 'PLANNING' and lease_until < now())
              and not exists (select from index_rebuild where state in ('PENDING', 'RUNNING'))
            returning attempt
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  boolean renew(CrawlRef crawl, int attempt, Duration lease) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** Stores the plan; false when the crawl is no longer ours. */
  boolean store(CrawlRef crawl, int attempt, Plan plan) {
    return requireNonNull(
        transactions.execute(
            status -> {
              boolean moved = move(crawl, attempt, plan);
              if (moved) {
                insertBatches(crawl, plan.batches());
                insertExcluded(crawl, plan.excluded());
                insertSchemas(crawl, plan);
              }
              return moved;
            }));
  }

  private boolean move(CrawlRef crawl, int attempt, Plan plan) {
    long included = plan.batches().stream().mapToLong(List::size).sum();
    return jdbc.sql(
                """
                update crawl
                set state = case when :batches = 0 then 'FINISHING' else 'RUNNING' end,
                    attempt = 0, lease_until = null, error_code = null, error_message = null,
                    batches_total = :batches, batches_remaining = :batches,
                    tables_seen = :included + :excluded, tables_excluded = :excluded,
                    columns_total = :columns, wake_at = now() + interval '10 seconds'
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("batches", plan.batches().size())
            .param("included", included)
            .param("excluded", plan.excluded().size())
            .param("columns", plan.columns())
            .update()
        == 1;
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
    batchJdbc.batchUpdate(
        """
        insert into crawl_batch (crawl_id, batch_no, relation_ids, relation_schemas,
                                 relation_names, relation_kinds, column_counts)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private void insertExcluded(CrawlRef crawl, List<RelationRef> excluded) {
    var bySchema = excluded.stream().collect(groupingBy(RelationRef::schema));
    batchJdbc.batchUpdate(
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

  private void insertSchemas(CrawlRef crawl, Plan plan) {
    var included = plan.included().stream().collect(groupingBy(RelationRef::schema, counting()));
    var excluded = plan.excluded().stream().collect(groupingBy(RelationRef::schema, counting()));
    var schemas = new TreeSet<>(included.keySet());
    schemas.addAll(excluded.keySet());
    batchJdbc.batchUpdate(
        """
        insert into crawl_schema (crawl_id, schema_name, tables_seen, tables_excluded)
        values (?, ?, ?, ?)
        """,
        schemas.stream()
            .map(
                schema -> {
                  long left = excluded.getOrDefault(schema, 0L);
                  long seen = included.getOrDefault(schema, 0L) + left;
                  return new Object[] {crawl.crawlId(), schema, seen, left};
                })
            .toList());
  }

  /** Lets someone try again after the delay. */
  void retryLater(CrawlRef crawl, int attempt, Failure failure, Duration delay) {
    jdbc.sql(
            """
            update crawl
            set state = 'PENDING', lease_until = null,
                retry_at = now() + :delay * interval '1 ms',
                wake_at = now() + :delay * interval '1 ms',
                error_code = :code, error_message = :message
            where id = :id and state = 'PLANNING' and attempt = :attempt
            """)
        .param("id", crawl.crawlId())
        .param("attempt", attempt)
        .param("delay", delay.toMillis())
        .param("code", failure.code())
        .param("message", failure.message())
        .update();
  }

  /** The crawl has failed; false when it is no longer ours. */
  boolean fail(CrawlRef crawl, int attempt, Failure failure) {
    return jdbc.sql(
                """
                update crawl
                set state = 'FAILED', finished_at = now(), lease_until = null,
                    error_code = :code, error_message = :message
                where id = :id and state = 'PLANNING' and attempt = :attempt
                """)
            .param("id", crawl.crawlId())
            .param("attempt", attempt)
            .param("code", failure.code())
            .param("message", failure.message())
            .update()
        == 1;
  }
}
