package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.history.PendingRenames;
import io.gazetteer.worker.history.PendingWrites;
import io.gazetteer.worker.history.Rename;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Stores the differences that a crawl found, in the transaction of the caller. */
@Component
final class DifferencesWriter {
  private final Changes changes;
  private final Reconciliation reconciliation;
  private final KnownRelations known;
  private final PendingWrites pending;
  private final PendingRenames renames;
  private final HeldRemovals held;

  DifferencesWriter(
      Changes changes,
      Reconciliation reconciliation,
      KnownRelations known,
      PendingWrites pending,
      PendingRenames renames,
      HeldRemovals held) {
    this.renames = renames;
    this.held = held;
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
    held.write(crawl, Objects.requireNonNullElse(differences.held(), List.of()));
    changes.cameAndWent(crawl, differences.added(), differences.removed());
    changes.forgetNew(crawl, differences.renamed().stream().map(Rename::to).toList());
    if (differences.held() == null) {
      renames.tell(crawl, differences.renamed());
      pending.drop(crawl.dataSourceId(), differences.renamed().stream().map(Rename::from).toList());
    }
    reconciliation.addRemoved(crawl, differences.removed());
    known.write(crawl.dataSourceId(), differences.present(), differences.excluded());
  }
}
