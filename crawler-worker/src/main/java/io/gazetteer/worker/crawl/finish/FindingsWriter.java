package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.lease.CrawlRef;
import org.springframework.stereotype.Component;

/** Writes what a crawl found out to the catalog store, in the transaction of the caller. */
@Component
final class FindingsWriter {
  private final Changes changes;
  private final Reconciliation reconciliation;
  private final KnownRelations known;

  FindingsWriter(Changes changes, Reconciliation reconciliation, KnownRelations known) {
    this.changes = changes;
    this.reconciliation = reconciliation;
    this.known = known;
  }

  void write(CrawlRef crawl, Findings findings) {
    changes.cameAndWent(crawl, findings.added(), findings.removed());
    reconciliation.addRemoved(crawl, findings.removed());
    known.write(crawl.dataSourceId(), findings.present(), findings.excluded());
  }
}
