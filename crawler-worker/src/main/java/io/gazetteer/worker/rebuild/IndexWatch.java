package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuild.State;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the indexes now and then: makes those that are missing, notices that they were wiped or
 * closed, and asks for a rebuild when this program has a newer definition. Looks first before any
 * crawl is taken.
 */
@Component
class IndexWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IndexWatch.class);

  /** After a rebuild that failed; crawls are tried meanwhile. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SearchIndexes indexes;
  private final IndexRebuilds rebuilds;
  private final WipedIndex wiped;
  private final ClosedIndex closed;
  private final InstantSource clock;
  private volatile boolean running;
  private volatile boolean toldOfNewer;

  IndexWatch(
      SearchIndexes indexes,
      IndexRebuilds rebuilds,
      WipedIndex wiped,
      ClosedIndex closed,
      InstantSource clock) {
    this.indexes = indexes;
    this.rebuilds = rebuilds;
    this.wiped = wiped;
    this.closed = closed;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${gazetteer.index.watch-interval:10s}")
  void look() {
    try {
      wiped.look();
      var inUse = indexes.inUse();
      closed.look(inUse);
      compareDefinitions(inUse);
    } catch (IndexException e) {
      log.debug("The indexes cannot be looked at: {}", e.getMessage());
    }
  }

  private void compareDefinitions(List<SearchIndex> inUse) {
    int version = SearchIndexes.definitionVersion();
    if (inUse.stream().anyMatch(index -> index.definitionVersion() > version)) {
      tellOfNewer();
    } else if (inUse.stream().anyMatch(index -> index.definitionVersion() < version)
        && !failedLately()
        && rebuilds.request(Reason.NEW_DEFINITION, version).isPresent()) {
      log.info("The search index has an older definition; it is built anew");
    }
  }

  private void tellOfNewer() {
    if (!toldOfNewer) {
      log.warn("The search index has a newer definition than this program: update this worker");
      toldOfNewer = true;
    }
  }

  private boolean failedLately() {
    return rebuilds
        .findLatest()
        .filter(rebuild -> rebuild.state() == State.FAILED)
        .map(rebuild -> rebuild.finishedAt())
        .filter(finished -> finished.isAfter(clock.instant().minus(PAUSE)))
        .isPresent();
  }

  @Override
  public void start() {
    running = true;
    look();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the Kafka listeners. */
  @Override
  public int getPhase() {
    return 0;
  }
}
