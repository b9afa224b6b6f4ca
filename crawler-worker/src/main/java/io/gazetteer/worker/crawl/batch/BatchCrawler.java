package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.index.IndexException;
import io.gazetteer.worker.index.IndexObserver;
import io.gazetteer.worker.index.IndexRun;
import io.gazetteer.worker.index.IndexWriter;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.introspect.Statements;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.runtime.connect.OpenSource;
import io.gazetteer.worker.runtime.connect.Sources;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Crawls one batch: what the introspection hands out goes straight into the index, so memory stays
 * flat however large the batch is.
 */
@Component
final class BatchCrawler {
  private static final Logger log = LoggerFactory.getLogger(BatchCrawler.class);

  private final Sources sources;
  private final IndexWriter index;
  private final ReadingRoom room;
  private final Changes changes;

  BatchCrawler(Sources sources, IndexWriter index, ReadingRoom room, Changes changes) {
    this.sources = sources;
    this.index = index;
    this.room = room;
    this.changes = changes;
  }

  /** What follows an attempt, to be given to {@link #crawl}. */
  BatchObserver observer(Claim claim) {
    return new BatchObserver(claim.crawl(), changes);
  }

  /** How it went. */
  sealed interface Result {}

  /** The batch is in the index. */
  record Crawled(BatchOutcome outcome) implements Result {}

  /** The source or the index failed as a whole. */
  record NotCrawled(Failure failure, boolean isTransient) implements Result {}

  /**
   * Reads and indexes the batch.
   *
   * @param observer hears of changes and of progress
   * @param readingDone called when the connection to the source is closed
   */
  Result crawl(Claim claim, Lease lease, IndexObserver observer, Runnable readingDone) {
    try (var run =
        index.begin(
            claim.crawl().dataSourceId(), claim.documentVersion(), lease::check, observer)) {
      var manifest = read(claim, lease, run);
      lease.check();
      readingDone.run();
      return new Crawled(new BatchOutcome(manifest, run.finish()));
    } catch (SourceException e) {
      return new NotCrawled(Failure.of(e), e.isTransient());
    } catch (IndexException e) {
      return new NotCrawled(e.failure(), true);
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("{} went wrong", claim, e);
      return new NotCrawled(Failure.internal(), true);
    }
  }

  private List<RelationRef> read(Claim claim, Lease lease, IndexRun run) throws SourceException {
    // Room is taken when the source has answered: one that does not must not keep it from others.
    try (OpenSource source = sources.open(claim.crawl().dataSourceId(), lease)) {
      room.enter(claim.columns());
      try {
        return Statements.heardBy(source.statements(), () -> read(claim, source, run));
      } finally {
        room.leave(claim.columns());
      }
    } catch (SQLException e) {
      lease.check();
      throw SourceException.of(e);
    }
  }

  private static List<RelationRef> read(Claim claim, OpenSource source, IndexRun run)
      throws SQLException {
    var manifest = new ArrayList<RelationRef>(claim.relations().size());
    source
        .introspector()
        .read(
            source.connection(),
            source.dbName(),
            claim.relations(),
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
