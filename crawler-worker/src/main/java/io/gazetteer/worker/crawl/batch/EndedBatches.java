package io.gazetteer.worker.crawl.batch;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.PendingWrites;
import io.gazetteer.worker.index.IndexOutcome;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Marks batches as ended, and calls for the finish of the crawl after its last one. The mark, the
 * counts and the crawl's number of remaining batches share one transaction, so a batch counts once
 * however often it was tried.
 */
@Component
final class EndedBatches {
  private final JdbcTemplate jdbc;
  private final CountsBySchema schemas;
  private final TransactionOperations transactions;
  private final EventPublisher events;
  private final PendingWrites pending;

  EndedBatches(
      JdbcTemplate jdbc,
      TransactionOperations transactions,
      EventPublisher events,
      PendingWrites pending) {
    this.pending = pending;
    this.jdbc = jdbc;
    this.schemas = new CountsBySchema(jdbc);
    this.transactions = transactions;
    this.events = events;
  }

  /**
   * Marks the batch as done.
   *
   * @throws LeaseLostException when the batch is no longer ours; nothing has changed then
   */
  void done(Claim<Batch> claim, BatchOutcome outcome) {
    end(claim, "DONE", outcome);
  }

  /**
   * Marks the batch as given up: every relation in it has failed.
   *
   * @throws LeaseLostException when the batch is no longer ours; nothing has changed then
   */
  void failed(Claim<Batch> claim, Failure failure) {
    var all =
        claim.work().relations().stream()
            .map(ref -> new FailedRelation(ref.schema(), ref.name(), failure))
            .toList();
    var nothing = IndexOutcome.ofFailures(all);
    end(claim, "FAILED", new BatchOutcome(claim.work().relations(), nothing));
  }

  private void end(Claim<Batch> claim, String state, BatchOutcome outcome) {
    int left =
        requireNonNull(
            transactions.execute(
                status -> {
                  int remaining = count(claim, outcome);
                  mark(claim, state, outcome.manifest());
                  schemas.count(claim.work(), outcome);
                  insert(claim, outcome.index().failed());
                  pending.end(claim.work().crawl(), written(outcome));
                  return remaining;
                }));
    if (left == 0) {
      var crawl = claim.work().crawl();
      events.announce(new FinishRequested(crawl.dataSourceId(), crawl.crawlId(), crawl.epoch()));
    }
  }

  /**
   * Counts what became of the batch; returns how many batches remain. Comes before {@link #mark},
   * for claims lock the crawl's row first too.
   */
  private int count(Claim<Batch> claim, BatchOutcome outcome) {
    var index = outcome.index();
    return JdbcClient.create(jdbc)
        .sql(
            """
            update crawl
            set batches_remaining = batches_remaining - 1,
                tables_seen = tables_seen + :appeared,
                tables_indexed = tables_indexed + :indexed,
                tables_unchanged = tables_unchanged + :unchanged,
                tables_failed = tables_failed + :failed,
                columns_seen = columns_seen + :columns,
                state = case when batches_remaining = 1 then 'FINISHING' else state end,
                wake_at = least(now() + interval '10 seconds', (
                    select min(retry_at) from crawl_batch
                    where crawl_id = :id and state = 'PENDING'))
            where id = :id and epoch = :epoch and state = 'RUNNING'
            returning batches_remaining
            """)
        .param("appeared", outcome.manifest().size() - claim.work().relations().size())
        .param("indexed", index.indexed())
        .param("unchanged", index.unchanged())
        .param("failed", index.failed().size())
        .param("columns", index.columns())
        .param("id", claim.work().crawl().crawlId())
        .param("epoch", claim.work().crawl().epoch())
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new LeaseLostException(claim.work().toString()));
  }

  private void mark(Claim<Batch> claim, String state, List<RelationRef> manifest) {
    var vanished = vanished(claim, manifest);
    int marked =
        jdbc.update(
            """
            update crawl_batch
            set state = ?, lease_until = null, relation_ids = ?, relation_schemas = ?,
                relation_names = ?, relation_kinds = ?, column_counts = ?,
                vanished_schemas = ?, vanished_names = ?
            where crawl_id = ? and batch_no = ? and attempt = ?
              and state in ('READING', 'INDEXING')
            """,
            state,
            manifest.stream().map(RelationRef::id).toArray(Long[]::new),
            manifest.stream().map(RelationRef::schema).toArray(String[]::new),
            manifest.stream().map(RelationRef::name).toArray(String[]::new),
            manifest.stream().map(ref -> ref.kind().name()).toArray(String[]::new),
            manifest.stream().map(RelationRef::columnCount).toArray(Integer[]::new),
            vanished.stream().map(RelationName::schema).toArray(String[]::new),
            vanished.stream().map(RelationName::name).toArray(String[]::new),
            claim.work().crawl().crawlId(),
            claim.work().no(),
            claim.attempt());
    if (marked != 1) {
      throw new LeaseLostException(claim.work().toString());
    }
  }

  /** What was read and not refused is in the index: written, or found unchanged. */
  private static Set<RelationName> written(BatchOutcome outcome) {
    var names = new LinkedHashSet<RelationName>();
    outcome.manifest().forEach(ref -> names.add(new RelationName(ref.schema(), ref.name())));
    outcome
        .index()
        .failed()
        .forEach(failed -> names.remove(new RelationName(failed.schema(), failed.name())));
    return names;
  }

  private static Set<RelationName> vanished(Claim<Batch> claim, List<RelationRef> manifest) {
    var names = new LinkedHashSet<RelationName>();
    claim.work().relations().forEach(ref -> names.add(new RelationName(ref.schema(), ref.name())));
    manifest.forEach(ref -> names.remove(new RelationName(ref.schema(), ref.name())));
    return names;
  }

  private void insert(Claim<Batch> claim, List<FailedRelation> failures) {
    jdbc.batchUpdate(
        """
        insert into crawl_failure (crawl_id, schema_name, relation_name, code, message)
        values (?, ?, ?, ?, ?)
        on conflict (crawl_id, schema_name, relation_name) do nothing
        """,
        failures.stream()
            .map(
                failed ->
                    new Object[] {
                      claim.work().crawl().crawlId(),
                      failed.schema(),
                      failed.name(),
                      failed.failure().code(),
                      failed.failure().message()
                    })
            .toList());
  }
}
