package io.gazetteer.worker.crawl.batch;

import io.gazetteer.worker.index.IndexOutcome.Counts;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds what became of a batch to its crawl's counts by schema. */
final class CountsBySchema {
  private static final Counts NONE = new Counts(0, 0);

  private final JdbcTemplate jdbc;

  CountsBySchema(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts the batch, in the transaction that ends the batch, which holds the crawl's row. */
  void count(Batch batch, BatchOutcome outcome) {
    var crawl = batch.crawl().crawlId();
    var before = bySchema(batch.relations(), RelationRef::schema);
    var after = bySchema(outcome.manifest(), RelationRef::schema);
    var failed = bySchema(outcome.index().failed(), FailedRelation::schema);
    var schemas = List.copyOf(union(before.keySet(), after.keySet()));
    // A relation may have moved into a schema that had none when the plan was made.
    jdbc.batchUpdate(
        "insert into crawl_schema (crawl_id, schema_name) values (?, ?) on conflict do nothing",
        schemas.stream().map(schema -> new Object[] {crawl, schema}).toList());
    jdbc.batchUpdate(
        """
        update crawl_schema
        set tables_seen = tables_seen + ?, tables_indexed = tables_indexed + ?,
            tables_unchanged = tables_unchanged + ?, tables_failed = tables_failed + ?
        where crawl_id = ? and schema_name = ?
        """,
        schemas.stream()
            .map(
                schema -> {
                  var counts = outcome.index().schemas().getOrDefault(schema, NONE);
                  return new Object[] {
                    after.getOrDefault(schema, 0L) - before.getOrDefault(schema, 0L),
                    counts.indexed(),
                    counts.unchanged(),
                    failed.getOrDefault(schema, 0L),
                    crawl,
                    schema
                  };
                })
            .toList());
  }

  private static <T> Map<String, Long> bySchema(List<T> things, Function<T, String> schema) {
    return things.stream().collect(Collectors.groupingBy(schema, Collectors.counting()));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
