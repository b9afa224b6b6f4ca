package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.history.PendingWrites;
import io.gazetteer.worker.lease.CrawlRef;
import org.springframework.stereotype.Component;

/** Stores the differences that a crawl found, in the transaction of the caller. */
@Component
final class DifferencesWriter {
  private final Changes changes;
  private final Reconciliation reconciliation;
  private final KnownRelations known;
  private final PendingWrites pending;

  DifferencesWriter(
      Changes changes, Reconciliation reconciliation, KnownRelations known, PendingWrites pending) {
    this.pending = pending;
    this.changes = changes;
    this.reconciliation = reconciliation;
    this.known = known;
  }

  void write(CrawlRef crawl, Differences differences) {
    if (differences.isBaseline()) {
      changes.forgetAll(crawl);
    }
    pending.drop(crawl.dataSourceId(), differences.removed());
    changes.cameAndWent(crawl, differences.added(), differences.removed());
    reconciliation.addRemoved(crawl, differences.removed());
    known.write(crawl.dataSourceId(), differences.present(), differences.excluded());
  }
}
