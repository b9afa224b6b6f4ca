package io.gazetteer.worker.crawl.batch;

import io.gazetteer.worker.history.PendingWrites;
import io.gazetteer.worker.history.PendingWrites.BatchAttempt;
import io.gazetteer.worker.index.IndexObserver;
import io.gazetteer.worker.lease.WorkProgress;
import java.util.List;
import java.util.Set;

/** Keeps what a batch is about to write, and counts how far it is. Thread safe. */
record BatchObserver(BatchAttempt batch, PendingWrites pending, WorkProgress progress)
    implements IndexObserver {

  @Override
  public Set<String> unfinished() {
    return pending.unfinished(batch.crawl().dataSourceId());
  }

  @Override
  public void beforeWrite(List<Write> writes) {
    pending.begin(
        batch,
        writes.stream()
            .map(
                write ->
                    new PendingWrites.Write(
                        write.before(),
                        write.fingerprintBefore(),
                        write.after(),
                        write.fingerprint()))
            .toList());
  }

  @Override
  public void done(long tables, long columns) {
    progress.add(tables, columns);
  }
}
