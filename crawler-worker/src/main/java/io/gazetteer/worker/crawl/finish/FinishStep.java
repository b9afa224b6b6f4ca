package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.history.KnownRelations.Known;
import io.gazetteer.worker.history.Rename;
import io.gazetteer.worker.index.IndexContents;
import io.gazetteer.worker.index.OwnThread;
import io.gazetteer.worker.index.stored.IndexReader;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Does the last step of a crawl: removes from the index what a complete listing lacks, unless that
 * is too much to believe, checks that the index holds what the crawl says, and tells which
 * relations came, went, and got other names.
 */
@Component
final class FinishStep {
  private final Manifests manifests;
  private final KnownRelations known;
  private final IndexReader reader;
  private final IndexSweep sweep;
  private final RenameFinder renames;
  private final CrawlSettings settings;

  FinishStep(
      Manifests manifests,
      KnownRelations known,
      IndexReader reader,
      IndexSweep sweep,
      RenameFinder renames,
      CrawlSettings settings) {
    this.renames = renames;
    this.manifests = manifests;
    this.known = known;
    this.reader = reader;
    this.sweep = sweep;
    this.settings = settings;
  }

  /**
   * Runs the step, and returns how the crawl ends.
   *
   * @param fence throws when the crawl is no longer ours
   */
  CrawlOutcome run(ReadCrawl read, Runnable fence) {
    if (read.tablesSeen() > read.tablesExcluded()
        && read.tablesFailed() == read.tablesSeen() - read.tablesExcluded()) {
      return new CrawlOutcome(CrawlState.FAILED, null, manifests.firstFailure(read.crawl()));
    }
    var source = read.crawl().dataSourceId();
    reader.refresh();
    // The longest part by far; the rest is done meanwhile.
    var scan = OwnThread.start("index-scan", () -> reader.relations(source));
    var manifest = manifests.of(read.crawl());
    var before = known.read(source);
    renames.postpone(read.crawl(), manifest, before);
    var renamed = renames.find(source, manifest, before);
    var contents = contents(scan, source);
    var indexed = contents.relations();
    var gone = manifest.goneFrom(indexed.keySet());
    var swept = new HashSet<>(gone);
    gone.removeAll(oldIds(source, renamed));
    var excluded = manifest.excludedFrom(indexed.keySet());
    if (isTooMuch(gone.size(), indexed.size() - excluded.size()) && !read.removalConfirmed()) {
      return held(read.crawl(), manifest, before, renamed, gone, indexed.size());
    }
    fence.run();
    renames.keep(source, renamed);
    swept.addAll(excluded);
    long mismatches = sweep.run(read.crawl(), manifest, contents, swept, fence);
    return outcomeOf(read, differences(source, manifest, before, renamed, gone), mismatches);
  }

  private static Set<String> oldIds(UUID source, List<Rename> renamed) {
    var ids = new HashSet<String>();
    renamed.forEach(
        rename -> ids.add(DocumentIds.table(source, rename.from().schema(), rename.from().name())));
    return ids;
  }

  private IndexContents contents(OwnThread<Map<String, Integer>> scan, UUID source) {
    var columns = reader.columnCounts(source);
    return new IndexContents(scan.await(), columns);
  }

  private boolean isTooMuch(int gone, int indexed) {
    return gone > settings.heldAbove() * indexed;
  }

  /** Tells nothing of what is renamed yet: the next finish finds that again. */
  private CrawlOutcome held(
      CrawlRef crawl,
      Manifest manifest,
      Known before,
      List<Rename> renamed,
      Set<String> gone,
      int indexed) {
    var message =
        ("The crawl would remove %d of %d tables: look at GET /api/crawls/%s/removals, and whether"
                + " the user lost rights, and confirm with POST /api/crawls/%s/confirm")
            .formatted(gone.size(), indexed, crawl.crawlId(), crawl.crawlId());
    var present = manifest.listed();
    var newNames = renamed.stream().map(Rename::to).toList();
    present.removeAll(newNames);
    present.addAll(before.present());
    var added = new ArrayList<>(before.added(manifest.listed()));
    added.removeAll(newNames);
    var differences =
        new Differences(
            before.isBaseline(),
            present,
            manifest.excluded(),
            added,
            List.of(),
            renamed,
            renames.names(crawl.dataSourceId(), gone, before),
            0);
    return new CrawlOutcome(CrawlState.HELD, differences, new Failure("removal_held", message));
  }

  private static Differences differences(
      UUID source, Manifest manifest, Known before, List<Rename> renamed, Set<String> gone) {
    var present = manifest.listed();
    // Listed and not found again: still there as far as anyone knows.
    present.addAll(manifest.vanished().copy().retain(before.present()));
    var lost = manifest.goneFrom(before.present().ids());
    lost.removeAll(oldIds(source, renamed));
    var removed = lost.stream().flatMap(id -> before.present().find(id).stream()).toList();
    var added = new ArrayList<>(before.added(manifest.listed()));
    added.removeAll(renamed.stream().map(Rename::to).collect(Collectors.toSet()));
    var count = new HashSet<>(gone);
    count.addAll(lost);
    return new Differences(
        before.isBaseline(),
        present,
        manifest.excluded(),
        added,
        removed,
        renamed,
        null,
        count.size());
  }

  private static CrawlOutcome outcomeOf(ReadCrawl read, Differences differences, long mismatches) {
    if (mismatches > 0) {
      var message = "%d tables are not in the index as they should".formatted(mismatches);
      return new CrawlOutcome(
          CrawlState.PARTIAL, differences, new Failure("index_mismatch", message));
    }
    if (read.tablesFailed() > 0) {
      var message = "%d tables could not be crawled".formatted(read.tablesFailed());
      return new CrawlOutcome(
          CrawlState.PARTIAL, differences, new Failure("tables_failed", message));
    }
    return new CrawlOutcome(CrawlState.SUCCEEDED, differences, null);
  }
}
