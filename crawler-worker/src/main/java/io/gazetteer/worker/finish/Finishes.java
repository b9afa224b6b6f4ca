package io.gazetteer.worker.finish;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.worker.CrawlRef;
import io.gazetteer.worker.Failure;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The finishing steps of a crawl in the catalog store; every move is a compare-and-set. */
@Component
final class Finishes {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  Finishes(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** One attempt at finishing a crawl. */
  record Claim(
      CrawlRef crawl, int attempt, long tablesSeen, long tablesFailed, boolean removalConfirmed) {}

  /** How a crawl ends. */
  record Ending(CrawlState state, long removed, @Nullable Failure failure) {}

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
            returning attempt, tables_seen, tables_failed, removal_confirmed
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
    var expected = new HashSet<String>();
    var vanished = new HashSet<String>();
    jdbc.sql(
            """
            select relation_schemas, relation_names, vanished_schemas, vanished_names
            from crawl_batch where crawl_id = :id
            """)
        .param("id", claim.crawl().crawlId())
        .query(
            row -> {
              addIds(claim, row, "relation", expected);
              addIds(claim, row, "vanished", vanished);
            });
    var failed = failedIds(claim);
    expected.removeAll(failed);
    vanished.addAll(failed);
    return new Manifest(expected, vanished);
  }

  private Set<String> failedIds(Claim claim) {
    var failed = new HashSet<String>();
    jdbc.sql("select schema_name, relation_name from crawl_failure where crawl_id = :id")
        .param("id", claim.crawl().crawlId())
        .query(
            row -> {
              failed.add(id(claim, row.getString("schema_name"), row.getString("relation_name")));
            });
    return failed;
  }

  private static void addIds(Claim claim, ResultSet row, String prefix, Set<String> ids)
      throws SQLException {
    var schemas = (String[]) row.getArray(prefix + "_schemas").getArray();
    var names = (String[]) row.getArray(prefix + "_names").getArray();
    for (int i = 0; i < schemas.length; i++) {
      ids.add(id(claim, schemas[i], names[i]));
    }
  }

  private static String id(Claim claim, String schema, String name) {
    return DocumentIds.table(claim.crawl().dataSourceId(), schema, name);
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
                dropManifests(claim, ending.state());
              }
              return moved;
            }));
  }

  private boolean move(Claim claim, Ending ending) {
    var failure = ending.failure();
    return jdbc.sql(
                """
                update crawl
                set state = :state, finished_at = now(), lease_until = null,
                    tables_removed = tables_removed + :removed,
                    error_code = :code, error_message = :message
                where id = :id and state = 'FINISHING' and attempt = :attempt
                """)
            .param("state", ending.state().name())
            .param("removed", ending.removed())
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
            delete from crawl_batch b using crawl c
            where b.crawl_id = c.id and c.data_source_id = :source
              and (c.epoch < :epoch or c.epoch = :epoch and :state <> 'HELD')
            """)
        .param("source", claim.crawl().dataSourceId())
        .param("epoch", claim.crawl().epoch())
        .param("state", state.name())
        .update();
  }

  /** Records relations the index does not hold as it should. */
  void addFailures(Claim claim, List<FailedRelation> failures) {
    for (FailedRelation failed : failures) {
      jdbc.sql(
              """
              insert into crawl_failure (crawl_id, schema_name, relation_name, code, message)
              values (:id, :schema, :name, :code, :message)
              on conflict (crawl_id, schema_name, relation_name) do nothing
              """)
          .param("id", claim.crawl().crawlId())
          .param("schema", failed.schema())
          .param("name", failed.name())
          .param("code", failed.failure().code())
          .param("message", failed.failure().message())
          .update();
    }
  }
}
