package io.gazetteer.worker.finish;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.CrawlSettings;
import io.gazetteer.worker.Failure;
import io.gazetteer.worker.finish.Finishes.Claim;
import io.gazetteer.worker.finish.Finishes.Ending;
import io.gazetteer.worker.index.IndexReader;
import io.gazetteer.worker.index.IndexRepair;
import io.gazetteer.worker.index.IndexSweeper;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Settles the index at the end of a crawl: sweeps what a complete listing lacks, unless that is too
 * much to believe, and checks that the index holds what the crawl says.
 */
@Component
final class Settlement {
  /** Higher than that of any attempt at a batch of the same crawl. */
  private static final int LAST_ATTEMPT = 0xFFFF;

  private final Finishes finishes;
  private final IndexReader reader;
  private final IndexSweeper sweeper;
  private final IndexRepair repair;
  private final CrawlSettings settings;

  Settlement(
      Finishes finishes,
      IndexReader reader,
      IndexSweeper sweeper,
      IndexRepair repair,
      CrawlSettings settings) {
    this.finishes = finishes;
    this.reader = reader;
    this.sweeper = sweeper;
    this.repair = repair;
    this.settings = settings;
  }

  /** Returns how the crawl ends; throws what the fence throws when it is no longer ours. */
  Ending settle(Claim claim, Runnable fence) {
    if (claim.tablesSeen() > 0 && claim.tablesFailed() == claim.tablesSeen()) {
      return new Ending(CrawlState.FAILED, 0, finishes.firstFailure(claim));
    }
    var source = claim.crawl().dataSourceId();
    reader.refresh();
    var manifest = finishes.manifest(claim);
    var indexed = reader.relations(source);
    var gone = manifest.goneFrom(indexed.keySet());
    if (isTooMuch(gone, indexed) && !claim.removalConfirmed()) {
      return held(gone.size(), indexed.size());
    }
    fence.run();
    long version = claim.crawl().documentVersion(LAST_ATTEMPT);
    sweeper.remove(source, gone, version, fence);
    indexed.keySet().removeAll(gone);
    reader.refresh();
    var mismatches = repair.repair(source, indexed, version, fence);
    finishes.addFailures(claim, mismatches);
    reader.refresh();
    var missing = manifest.missingFrom(indexed.keySet());
    return ending(claim, gone.size(), missing.size() + mismatches.size());
  }

  private boolean isTooMuch(Set<String> gone, Map<String, Integer> indexed) {
    return gone.size() > settings.heldAbove() * indexed.size();
  }

  private static Ending held(int gone, int indexed) {
    var message =
        "The crawl would remove %d of %d tables; confirm it, or see whether the user lost rights"
            .formatted(gone, indexed);
    return new Ending(CrawlState.HELD, 0, new Failure("removal_held", message));
  }

  private static Ending ending(Claim claim, int removed, int mismatches) {
    if (mismatches > 0) {
      var message = "%d tables are not in the index as they should".formatted(mismatches);
      return new Ending(CrawlState.PARTIAL, removed, new Failure("index_mismatch", message));
    }
    if (claim.tablesFailed() > 0) {
      var message = "%d tables could not be crawled".formatted(claim.tablesFailed());
      return new Ending(CrawlState.PARTIAL, removed, new Failure("tables_failed", message));
    }
    return new Ending(CrawlState.SUCCEEDED, removed, null);
  }
}
