package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.index.IndexObserver;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.WorkProgress;

/** Keeps the changes of a batch, and counts how far it is. Thread safe. */
record BatchObserver(CrawlRef crawl, Changes changes, WorkProgress progress)
    implements IndexObserver {

  @Override
  public void changed(Relation before, Relation after) {
    changes.changed(crawl, before, after);
  }

  @Override
  public void done(long tables, long columns) {
    progress.add(tables, columns);
  }
}
