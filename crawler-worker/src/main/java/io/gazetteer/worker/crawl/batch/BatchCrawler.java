package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.history.PendingWrites;
import io.gazetteer.worker.history.PendingWrites.BatchAttempt;
import io.gazetteer.worker.index.IndexRun;
import io.gazetteer.worker.index.IndexWriter;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.introspect.Statements;
import io.gazetteer.worker.lease.Claim;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.runtime.connect.DataSourceConnections;
import io.gazetteer.worker.runtime.connect.OpenDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Crawls one batch: what the introspection hands out goes straight into the index, so memory stays
 * flat however large the batch is.
 */
@Component
final class BatchCrawler {
  private final DataSourceConnections connections;
  private final IndexWriter index;
  private final BatchMemory memory;
  private final PendingWrites pending;

  BatchCrawler(
      DataSourceConnections connections,
      IndexWriter index,
      BatchMemory memory,
      PendingWrites pending) {
    this.connections = connections;
    this.index = index;
    this.memory = memory;
    this.pending = pending;
  }

  /**
   * Reads and indexes the batch.
   *
   * @param readingDone called when the connection to the source is closed
   * @throws SourceException when the source as a whole cannot be read
   * @throws IndexException when the index as a whole cannot be written
   */
  BatchOutcome crawl(Claim<Batch> claim, Lease lease, Runnable readingDone) throws SourceException {
    var batch = claim.work();
    var crawl = batch.crawl();
    var attempt = new BatchAttempt(crawl, batch.no(), claim.attempt());
    var observer = new BatchObserver(attempt, pending, lease.progress());
    long version = crawl.documentVersion(claim.attempt());
    try (var run = index.begin(crawl.dataSourceId(), version, lease::check, observer)) {
      var manifest = read(batch, lease, run);
      lease.check();
      readingDone.run();
      return new BatchOutcome(manifest, run.finish());
    }
  }

  private List<RelationRef> read(Batch batch, Lease lease, IndexRun run) throws SourceException {
    // Memory is taken when the source has answered: one that does not must not keep it from others.
    try (var source = connections.open(batch.crawl().dataSourceId(), lease)) {
      memory.take(batch.columns());
      try {
        return Statements.heardBy(source.statements(), () -> read(batch, source, run));
      } finally {
        memory.giveBack(batch.columns());
      }
    } catch (SQLException e) {
      lease.check();
      throw SourceException.of(e);
    }
  }

  private static List<RelationRef> read(Batch batch, OpenDataSource source, IndexRun run)
      throws SQLException {
    var manifest = new ArrayList<RelationRef>(batch.relations().size());
    source
        .introspector()
        .read(
            source.connection(),
            source.dbName(),
            batch.relations(),
            outcome -> accept(outcome, run, manifest));
    return manifest;
  }

  private static void accept(ReadOutcome outcome, IndexRun run, List<RelationRef> manifest) {
    switch (outcome) {
      case ReadOutcome.Found found -> {
        var relation = found.relation();
        manifest.add(
            new RelationRef(
                found.ref().id(),
                relation.schema(),
                relation.name(),
                relation.kind(),
                relation.columns().size()));
        run.add(relation, found.referencedBy());
      }
      case ReadOutcome.Failed failed -> {
        manifest.add(failed.ref());
        run.addFailed(
            failed.ref().schema(),
            failed.ref().name(),
            new Failure(failed.code(), failed.message()));
      }
      case ReadOutcome.Gone gone -> {
        // Dropped since the plan, or in its place stands another of the same name: the next
        // listing tells.
      }
    }
  }
}
