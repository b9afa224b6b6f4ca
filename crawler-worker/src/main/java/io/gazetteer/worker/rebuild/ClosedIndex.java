package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndex.State;
import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens an index in use that somebody has closed, since nothing can be searched until then. When it
 * is closed again soon after, somebody means it, and it stays as it is.
 */
@Component
class ClosedIndex {
  private static final Logger log = LoggerFactory.getLogger(ClosedIndex.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final SearchIndexes indexes;
  private final KnownIndexes known;
  private volatile boolean told;

  ClosedIndex(SearchIndexes indexes, KnownIndexes known) {
    this.indexes = indexes;
    this.known = known;
  }

  void look(List<SearchIndex> inUse) {
    for (SearchIndex index : inUse) {
      if (index.state() == State.CLOSED) {
        open(index);
      }
    }
  }

  private void open(SearchIndex index) {
    if (known.noteOpening(index.alias(), PAUSE)) {
      indexes.open(index);
      told = false;
      log.warn("The search index {} was closed and is opened again", index.name());
    } else if (!told) {
      told = true;
      log.error("The search index {} was closed again and stays closed: open it", index.name());
    }
  }
}
