package io.gazetteer.worker.history;

import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is about to be written about relations that the index holds already, and the changes
 * that this makes: a write-ahead log. A change is told when its document is known to be written, so
 * each is told once, in order, and none is lost, wherever a writer dies:
 *
 * <ul>
 *   <li>It died before the document was written: the next writer finds the same document, and its
 *       own differences replace those that were pending.
 *   <li>It died after that: the next writer finds the document with the pending fingerprint, tells
 *       the pending changes, and compares the source with what the document says now.
 * </ul>
 *
 * Thread safe.
 */
@Component
public final class PendingWrites {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final String TELL =
      """
      insert into schema_change (data_source_id, crawl_id, epoch, found_at, schema_name,
                                 relation_name, change, column_name, before, after)
      select w.data_source_id, ?, ?, w.found_at, w.schema_name, w.relation_name,
             c.item ->> 'change', c.item ->> 'column', c.item -> 'before', c.item -> 'after'
      from unnest(?, ?, ?) as given (schema_name, relation_name, fingerprint)
      join pending_write w using (schema_name, relation_name)
      cross join json_array_elements(w.changes) with ordinality as c (item, place)
      where w.data_source_id = ?
        and (given.fingerprint is null or given.fingerprint = w.fingerprint)
      order by w.schema_name, w.relation_name, c.place
      """;

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  PendingWrites(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Names an attempt at a batch of a crawl.
   *
   * @param attempt how often the batch has been claimed
   */
  public record BatchAttempt(CrawlRef crawl, int batchNo, int attempt) {}

  /**
   * Describes a relation that is about to be written.
   *
   * @param before what its document says; null when it has none, or one that cannot be read
   * @param fingerprintBefore the fingerprint of its document; empty without one
   * @param after what the source says
   * @param fingerprint the fingerprint that its document is going to have
   */
  public record Write(
      @Nullable Relation before, String fingerprintBefore, Relation after, String fingerprint) {}

  /** Returns the ids of the relations of which nobody knows whether they are written whole. */
  public Set<String> unfinished(UUID dataSourceId) {
    var ids = new HashSet<String>();
    JdbcClient.create(jdbc)
        .sql(
            """
            select schema_name, relation_name from pending_write where data_source_id = :source
            """)
        .param("source", dataSourceId)
        .query(
            row -> {
              ids.add(DocumentIds.table(dataSourceId, row.getString(1), row.getString(2)));
            });
    return ids;
  }

  /**
   * Keeps what is about to be written. To be called before the first document is written: what the
   * index says about these relations is read already, and nobody else changes it from here on.
   *
   * @throws LeaseLostException when the batch is no longer this attempt's
   */
  public void begin(BatchAttempt batch, List<Write> writes) {
    if (writes.isEmpty()) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          hold(batch);
          tellWritten(batch.crawl(), writes);
          replace(batch.crawl(), writes);
        });
  }

  /** Nobody can claim the batch, and the crawl cannot end, before this transaction does. */
  private void hold(BatchAttempt batch) {
    boolean ours =
        !JdbcClient.create(jdbc)
            .sql(
                """
                select c.id from crawl c join crawl_batch b on b.crawl_id = c.id
                where c.id = :id and c.state = 'RUNNING' and b.batch_no = :no
                  and b.attempt = :attempt and b.state in ('READING', 'INDEXING')
                for share
                """)
            .param("id", batch.crawl().crawlId())
            .param("no", batch.batchNo())
            .param("attempt", batch.attempt())
            .query()
            .listOfRows()
            .isEmpty();
    if (!ours) {
      throw new LeaseLostException("batch " + batch.batchNo() + " of " + batch.crawl().crawlId());
    }
  }

  /** Tells what an earlier attempt has written without being able to say so. */
  private void tellWritten(CrawlRef crawl, List<Write> writes) {
    jdbc.update(
        TELL,
        crawl.crawlId(),
        crawl.epoch(),
        writes.stream().map(write -> write.after().schema()).toArray(String[]::new),
        writes.stream().map(write -> write.after().name()).toArray(String[]::new),
        writes.stream().map(Write::fingerprintBefore).toArray(String[]::new),
        crawl.dataSourceId());
  }

  private void replace(CrawlRef crawl, List<Write> writes) {
    jdbc.batchUpdate(
        """
        insert into pending_write (data_source_id, schema_name, relation_name, fingerprint, changes)
        values (?, ?, ?, ?, ?::json)
        on conflict (data_source_id, schema_name, relation_name) do update
        set fingerprint = excluded.fingerprint, changes = excluded.changes, found_at = now()
        """,
        writes.stream()
            .map(
                write ->
                    new Object[] {
                      crawl.dataSourceId(),
                      write.after().schema(),
                      write.after().name(),
                      write.fingerprint(),
                      JSON.writeValueAsString(changes(write))
                    })
            .toList());
  }

  private static List<RelationChange> changes(Write write) {
    var before = write.before();
    return before == null ? List.of() : RelationDiff.between(before, write.after());
  }

  /**
   * Tells the changes of relations that are written whole, in the transaction of the caller, in
   * which the crawl is live.
   */
  public void end(CrawlRef crawl, Collection<RelationName> written) {
    var schemas = written.stream().map(RelationName::schema).toArray(String[]::new);
    var names = written.stream().map(RelationName::name).toArray(String[]::new);
    jdbc.update(
        TELL,
        crawl.crawlId(),
        crawl.epoch(),
        schemas,
        names,
        new String[names.length],
        crawl.dataSourceId());
    drop(crawl.dataSourceId(), schemas, names);
  }

  /** Drops what was pending about relations that are gone, in the transaction of the caller. */
  public void drop(UUID dataSourceId, Collection<RelationName> gone) {
    drop(
        dataSourceId,
        gone.stream().map(RelationName::schema).toArray(String[]::new),
        gone.stream().map(RelationName::name).toArray(String[]::new));
  }

  private void drop(UUID dataSourceId, String[] schemas, String[] names) {
    jdbc.update(
        """
        delete from pending_write
        where data_source_id = ?
          and (schema_name, relation_name) in (select * from unnest(?, ?))
        """,
        dataSourceId,
        schemas,
        names);
  }
}
