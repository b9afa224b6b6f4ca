package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.lease.CrawlRef;
import org.springframework.stereotype.Component;

/** Stores the differences that a crawl found, in the transaction of the caller. */
@Component
final class DifferencesWriter {
  private final Changes changes;
  private final Reconciliation reconciliation;
  private final KnownRelations known;

  DifferencesWriter(Changes changes, Reconciliation reconciliation, KnownRelations known) {
    this.changes = changes;
    this.reconciliation = reconciliation;
    this.known = known;
  }

  void write(CrawlRef crawl, Differences differences) {
    changes.cameAndWent(crawl, differences.added(), differences.removed());
    reconciliation.addRemoved(crawl, differences.removed());
    known.write(crawl.dataSourceId(), differences.present(), differences.excluded());
  }
}
