package io.gazetteer.worker.index;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.index.documents.DescribedRelation;
import io.gazetteer.worker.lease.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Takes relations one by one and writes them in chunks, two chunks at once, while the caller reads
 * on. A caller that is faster than the index waits in {@link #add}, so memory stays flat. For one
 * thread.
 */
public final class IndexRun implements AutoCloseable {
  /** In bytes of facts; the documents take some fifteen times as many. */
  private static final int CHUNK_SIZE = 3 << 18;

  private static final int CHUNKS_IN_FLIGHT = 2;

  private final UUID dataSourceId;
  private final ChunkWriter writer;
  private final IndexObserver observer;
  private final Deque<OwnThread<IndexOutcome>> inFlight = new ArrayDeque<>();
  private final List<FailedRelation> unread = new ArrayList<>();
  private IndexOutcome written = IndexOutcome.ofFailures(List.of());
  private List<DescribedRelation> chunk = new ArrayList<>();
  private int chunkSize;

  IndexRun(UUID dataSourceId, ChunkWriter writer, IndexObserver observer) {
    this.dataSourceId = dataSourceId;
    this.writer = writer;
    this.observer = observer;
  }

  /**
   * Takes a relation; throws what an earlier chunk failed with.
   *
   * @param referencedBy how many foreign keys of other relations point at it
   */
  public void add(Relation relation, int referencedBy) {
    var described = DescribedRelation.of(dataSourceId, relation, referencedBy);
    chunk.add(described);
    chunkSize += described.size();
    if (chunkSize >= CHUNK_SIZE) {
      flush();
    }
  }

  /** Counts a relation that could not be read; its old document stays. */
  public void addFailed(String schema, String name, Failure failure) {
    unread.add(new FailedRelation(schema, name, failure));
  }

  /**
   * Waits until everything is written.
   *
   * @throws IndexException when the index stays unavailable
   */
  public IndexOutcome finish() {
    flush();
    while (!inFlight.isEmpty()) {
      await(inFlight.remove());
    }
    return written.plus(IndexOutcome.ofFailures(unread));
  }

  private void flush() {
    if (chunk.isEmpty()) {
      return;
    }
    if (inFlight.size() == CHUNKS_IN_FLIGHT) {
      await(inFlight.remove());
    }
    var full = chunk;
    inFlight.add(OwnThread.start("index-chunk", () -> writer.write(full)));
    chunk = new ArrayList<>();
    chunkSize = 0;
  }

  private void await(OwnThread<IndexOutcome> chunkWritten) {
    var outcome = chunkWritten.await();
    written = written.plus(outcome);
    observer.done(outcome.indexed() + outcome.unchanged(), outcome.columns());
  }

  /** Waits for what is on its way, so that nothing writes after the caller has given up. */
  @Override
  public void close() {
    inFlight.forEach(OwnThread::awaitEnd);
  }
}
