package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes indexes that are out of use: what a rebuild has replaced, and what one left behind that
 * did not come to its end. Only names that this program makes; a copy made by hand stays.
 */
@Component
class OldIndexes {
  private static final Logger log = LoggerFactory.getLogger(OldIndexes.class);
  private static final Pattern OURS =
      Pattern.compile("gazetteer-(tables|columns)-v\\d+(-\\d{14}-[0-9a-f]{8})?");

  private final SearchIndexes indexes;
  private final IndexGenerations generations;
  private final Rebuilds rebuilds;
  private final RebuildSettings settings;
  private final InstantSource clock;

  OldIndexes(
      SearchIndexes indexes,
      IndexGenerations generations,
      Rebuilds rebuilds,
      RebuildSettings settings,
      InstantSource clock) {
    this.indexes = indexes;
    this.generations = generations;
    this.rebuilds = rebuilds;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${gazetteer.rebuild.cleanup-interval:10s}")
  void delete() {
    if (rebuilds.anyWithin(settings.keepOld())) {
      return;
    }
    try {
      var old = indexes.all().stream().filter(this::isLeftOver).toList();
      if (!old.isEmpty()) {
        generations.delete(old);
        log.info("Deleted indexes out of use: {}", old.stream().map(SearchIndex::name).toList());
      }
    } catch (IndexException e) {
      log.debug("Indexes out of use cannot be deleted now: {}", e.getMessage());
    }
  }

  private boolean isLeftOver(SearchIndex index) {
    return !index.inUse()
        && OURS.matcher(index.name()).matches()
        // A rebuild that began a moment ago was not seen above.
        && index.createdAt().isBefore(clock.instant().minus(settings.keepOld()));
  }
}
