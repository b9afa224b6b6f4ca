package io.gazetteer.worker.crawl.batch;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes;
import io.gazetteer.worker.index.IndexObserver;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the changes of a batch, and how far it is. Thread safe. */
final class BatchObserver implements IndexObserver {
  private final CrawlRef crawl;
  private final Changes changes;
  private final AtomicLong tables = new AtomicLong();
  private final AtomicLong columns = new AtomicLong();

  BatchObserver(CrawlRef crawl, Changes changes) {
    this.crawl = crawl;
    this.changes = changes;
  }

  @Override
  public void changed(Relation before, Relation after) {
    changes.changed(crawl, before, after);
  }

  @Override
  public void done(long moreTables, long moreColumns) {
    tables.addAndGet(moreTables);
    columns.addAndGet(moreColumns);
  }

  long tablesDone() {
    return tables.get();
  }

  long columnsDone() {
    return columns.get();
  }
}
