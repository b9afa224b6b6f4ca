package io.gazetteer.worker.finish;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.CrawlRef;
import io.gazetteer.worker.Failure;
import io.gazetteer.worker.changes.Changes;
import io.gazetteer.worker.changes.Changes.RelationName;
import io.gazetteer.worker.known.KnownRelations;
import io.gazetteer.worker.known.RelationNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The finishing steps of a crawl in the catalog store; every move is a compare-and-set. */
@Component
final class Finishes {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final KnownRelations known;
  private final Reconciliation reconciliation;
  private final Changes changes;

  Finishes(
      JdbcClient jdbc,
      TransactionOperations transactions,
      KnownRelations known,
      Reconciliation reconciliation,
      Changes changes) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.known = known;
    this.reconciliation = reconciliation;
    this.changes = changes;
  }

  /** One attempt at finishing a crawl. */
  record Claim(
      CrawlRef crawl,
      int attempt,
      long tablesSeen,
      long tablesExcluded,
      long tablesFailed,
      boolean removalConfirmed) {}

  /**
   * How a crawl ends.
   *
   * @param findings null when nothing can be said about the relations
   */
  record Ending(CrawlState state, @Nullable Findings findings, @Nullable Failure failure) {}

  /**
   * What a crawl found out about the relations as a whole.
   *
   * @param present what the next crawl will know of
   * @param excluded what the filters left out
   * @param added what no crawl knew before
   * @param removed what was known and is gone
   * @param removedCount those, and what the index held without anyone knowing why
   */
  record Findings(
      RelationNames present,
      RelationNames excluded,
      List<RelationName> added,
      List<RelationName> removed,
      long removedCount) {}

  /** Takes a crawl whose batches have ended; empty when there is nothing to do. */
  Optional<Claim> claim(CrawlRef crawl, Duration lease) {
    return jdbc.sql(
            """
            update crawl
            set attempt = attempt + 1, lease_until = now() + :lease * interval '1 ms',
                retry_at = null
            where id = :id and epoch = :epoch and state = 'FINISHING'
              and coalesce(retry_at, '-infinity') <= now()
              and coalesce(lease_until, '-infinity') < now()
              and not exists (select from index_rebuild where state in ('PENDING', 'RUNNING'))
            returning attempt, tables_seen, tables_excluded, tables_failed, removal_confirmed
            """)
        .param("id", crawl.crawlId())
        .param("epoch", crawl.epoch())
        .param("lease", lease.toMillis())
        .query(
            (row, n) ->
                new Claim(
                    crawl,
                    row.getInt("attempt"),
                    row.getLong("tables_seen"),
                    row.getLong("tables_excluded"),
                    row.getLong("tables_failed"),
                    row.getBoolean("removal_confirmed")))
        .optional();
  }

  boolean renew(Claim claim, Duration lease) {
    return jdbc.sql(
                """
                update crawl set lease_until = now() + :lease * interval '1 ms'
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("id", claim.crawl().crawlId())
            .param("attempt", claim.attempt())
            .param("lease", lease.toMillis())
            .update()
        == 1;
  }

  /** What the crawl found. */
  Manifest manifest(Claim claim) {
    var source = claim.crawl().dataSourceId();
    var manifest =
        new Manifest(
            new RelationNames(source),
            new RelationNames(source),
            new RelationNames(source),
            new RelationNames(source));
    jdbc.sql(
            """
            select relation_schemas, relation_names, vanished_schemas, vanished_names
            from crawl_batch where crawl_id = :id
            """)
        .param("id", claim.crawl().crawlId())
        .query(
            row -> {
              addNames(row, "relation", manifest.expected());
              addNames(row, "vanished", manifest.vanished());
            });
    addFailed(claim, manifest.failed());
    addExcluded(claim, manifest.excluded());
    manifest.expected().removeAll(manifest.failed());
    return manifest;
  }

  private void addFailed(Claim claim, RelationNames names) {
    jdbc.sql("select schema_name, relation_name from crawl_failure where crawl_id = :id")
        .param("id", claim.crawl().crawlId())
        .query(
            row -> {
              names.add(
                  new RelationName(row.getString("schema_name"), row.getString("relation_name")));
            });
  }

  private void addExcluded(Claim claim, RelationNames names) {
    jdbc.sql("select schema_name, relation_names from crawl_excluded where crawl_id = :id")
        .param("id", claim.crawl().crawlId())
        .query(
            row -> {
              names.addAll(
                  row.getString("schema_name"),
                  (String[]) row.getArray("relation_names").getArray());
            });
  }

  private static void addNames(ResultSet row, String prefix, RelationNames names)
      throws SQLException {
    var schemas = (String[]) row.getArray(prefix + "_schemas").getArray();
    var relations = (String[]) row.getArray(prefix + "_names").getArray();
    for (int i = 0; i < schemas.length; i++) {
      names.add(new RelationName(schemas[i], relations[i]));
    }
  }

  /** Why the first of the relations that failed did so. */
  Failure firstFailure(Claim claim) {
    return jdbc.sql(
            """
            select code, message from crawl_failure where crawl_id = :id
            order by schema_name, relation_name limit 1
            """)
        .param("id", claim.crawl().crawlId())
        .query((row, n) -> new Failure(row.getString("code"), row.getString("message")))
        .single();
  }

  /** Lets someone try again after the delay. */
  void retryLater(Claim claim, Duration delay) {
    jdbc.sql(
            """
            update crawl
            set lease_until = null, retry_at = now() + :delay * interval '1 ms',
                wake_at = now() + :delay * interval '1 ms'
            where id = :id and state = 'FINISHING' and attempt = :attempt
            """)
        .param("delay", delay.toMillis())
        .param("id", claim.crawl().crawlId())
        .param("attempt", claim.attempt())
        .update();
  }

  /** Sets the final state; false when the crawl is no longer ours. */
  boolean end(Claim claim, Ending ending) {
    return requireNonNull(
        transactions.execute(
            status -> {
              boolean moved = move(claim, ending);
              if (moved) {
                if (ending.findings() != null) {
                  keep(claim.crawl(), ending.findings());
                }
                dropManifests(claim, ending.state());
              }
              return moved;
            }));
  }

  private void keep(CrawlRef crawl, Findings findings) {
    changes.cameAndWent(crawl, findings.added(), findings.removed());
    reconciliation.addRemoved(crawl, findings.removed());
    known.write(crawl.dataSourceId(), findings.present(), findings.excluded());
  }

  private boolean move(Claim claim, Ending ending) {
    var failure = ending.failure();
    var findings = ending.findings();
    return jdbc.sql(
                """
                update crawl
                set state = :state, finished_at = now(), lease_until = null,
                    tables_removed = tables_removed + :removed,
                    error_code = :code, error_message = :message
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("state", ending.state().name())
            .param("removed", findings == null ? 0 : findings.removedCount())
            .param("code", failure == null ? null : failure.code())
            .param("message", failure == null ? null : failure.message())
            .param("id", claim.crawl().crawlId())
            .param("attempt", claim.attempt())
            .update()
        == 1;
  }

  /** A HELD crawl keeps its manifest until it is confirmed or a later crawl has ended. */
  private void dropManifests(Claim claim, CrawlState state) {
    jdbc.sql(
            """
            with over as (
                select id from crawl
                where data_source_id = :source
                  and (epoch < :epoch or epoch = :epoch and :state <> 'HELD')),
              excluded as (delete from crawl_excluded where crawl_id in (select id from over))
            delete from crawl_batch where crawl_id in (select id from over)
            """)
        .param("source", claim.crawl().dataSourceId())
        .param("epoch", claim.crawl().epoch())
        .param("state", state.name())
        .update();
  }
}
