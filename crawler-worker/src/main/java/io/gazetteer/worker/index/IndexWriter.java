package io.gazetteer.worker.index;

import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.documents.Documents;
import io.gazetteer.worker.index.stored.StoredRelations;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes relations into the search index. Thread safe. */
@Component
public final class IndexWriter {
  private final StoredRelations stored;
  private final BulkSender sender;
  private final InstantSource clock;

  IndexWriter(StoredRelations stored, BulkSender sender, InstantSource clock) {
    this.stored = stored;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Begins to write relations of one data source.
   *
   * @param version the external version of the documents: the crawl's epoch and the attempt
   * @param fence is run before each write and throws when the work is no longer ours
   * @param observer hears of changes and of progress
   */
  public IndexRun begin(UUID dataSourceId, long version, Runnable fence, IndexObserver observer) {
    var target = new ChunkWriter.Target(dataSourceId.toString(), version, fence);
    var documents = new Documents(dataSourceId, version >> 16, clock.instant());
    return new IndexRun(
        dataSourceId, new ChunkWriter(stored, sender, documents, target, observer), observer);
  }
}
