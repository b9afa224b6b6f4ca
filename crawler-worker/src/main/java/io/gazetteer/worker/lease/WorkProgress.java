package io.gazetteer.worker.lease;

import java.util.concurrent.atomic.AtomicLong;

/** Counts how far a piece of work is; each heartbeat stores it. Thread safe. */
public final class WorkProgress {
  private final AtomicLong tables = new AtomicLong();
  private final AtomicLong columns = new AtomicLong();

  WorkProgress() {}

  public void add(long moreTables, long moreColumns) {
    tables.addAndGet(moreTables);
    columns.addAndGet(moreColumns);
  }

  public long tables() {
    return tables.get();
  }

  public long columns() {
    return columns.get();
  }
}
