package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.index.IndexContents;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.index.IndexRepair;
import io.gazetteer.worker.index.IndexSweeper;
import io.gazetteer.worker.index.stored.IndexReader;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings the index in line with what a crawl found, and counts what is still wrong then. */
@Component
final class IndexSweep {
  /** Higher than that of any attempt at a batch of the same crawl. */
  private static final int LAST_ATTEMPT = 0xFFFF;

  private static final Failure MISSING =
      new Failure("index_mismatch", "The table is missing in the index; the next crawl adds it");

  private final IndexReader reader;
  private final IndexSweeper sweeper;
  private final IndexRepair repair;
  private final Reconciliation reconciliation;

  IndexSweep(
      IndexReader reader, IndexSweeper sweeper, IndexRepair repair, Reconciliation reconciliation) {
    this.reader = reader;
    this.sweeper = sweeper;
    this.repair = repair;
    this.reconciliation = reconciliation;
  }

  /**
   * Removes relations from the index and repairs the columns of the others.
   *
   * @param contents what the index holds before
   * @param swept the relations to remove
   * @return how many relations or counts are not as they should be
   */
  long run(
      CrawlRef crawl,
      Manifest manifest,
      IndexContents contents,
      Set<String> swept,
      Runnable fence) {
    var source = crawl.dataSourceId();
    long version = crawl.documentVersion(LAST_ATTEMPT);
    sweeper.remove(source, swept, version, fence);
    var left = swept.isEmpty() ? contents : without(swept, contents, source);
    var mismatches = new ArrayList<>(repair.repair(source, left, version, fence));
    manifest.expected().without(left.relations().keySet()).stream()
        .map(name -> new FailedRelation(name.schema(), name.name(), MISSING))
        .forEach(mismatches::add);
    reconciliation.addFailures(crawl, mismatches);
    return mismatches.size() + reconciliation.mismatches(crawl);
  }

  /** Counts the columns again. The refresh makes new segments: most crawls sweep nothing. */
  private IndexContents without(Set<String> swept, IndexContents contents, UUID source) {
    var relations = new HashMap<>(contents.relations());
    relations.keySet().removeAll(swept);
    reader.refresh();
    return new IndexContents(relations, reader.columnCounts(source));
  }
}
