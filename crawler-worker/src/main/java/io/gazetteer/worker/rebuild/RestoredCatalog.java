package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.index.IndexSweeper;
import io.gazetteer.worker.index.stored.IndexReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that the catalog store was restored from a backup: the index then holds documents of
 * crawls that the store has not come to yet, and of data sources that it does not know. For the
 * first the index is rebuilt and everything crawled, the others are removed.
 */
@Component
final class RestoredCatalog {
  private static final Logger log = LoggerFactory.getLogger(RestoredCatalog.class);

  private final IndexReader reader;
  private final IndexSweeper sweeper;
  private final IndexRebuilds rebuilds;
  private final JdbcClient jdbc;

  /** Those of the last look; a data source that was purged a moment ago is gone by the next one. */
  private Set<UUID> unknown = Set.of();

  RestoredCatalog(
      IndexReader reader, IndexSweeper sweeper, IndexRebuilds rebuilds, JdbcClient jdbc) {
    this.reader = reader;
    this.sweeper = sweeper;
    this.rebuilds = rebuilds;
    this.jdbc = jdbc;
  }

  @Scheduled(
      fixedDelayString = "${gazetteer.index.restored-interval:30s}",
      initialDelayString = "${gazetteer.index.restored-interval:30s}")
  void look() {
    try {
      // Read before the catalog store, so that its epochs can only be later.
      var indexed = reader.epochs();
      var known = epochs();
      if (rebuildIfAhead(indexed, known)) {
        return;
      }
      removeUnknown(indexed.keySet(), known.keySet());
    } catch (IndexException e) {
      log.debug("The epochs of the index cannot be looked at: {}", e.getMessage());
    }
  }

  private boolean rebuildIfAhead(Map<UUID, Long> indexed, Map<UUID, Long> known) {
    boolean ahead =
        known.entrySet().stream()
            .anyMatch(source -> indexed.getOrDefault(source.getKey(), 0L) > source.getValue());
    if (ahead
        && rebuilds.request(Reason.REQUESTED, SearchIndexes.definitionVersion()).isPresent()) {
      log.warn("The catalog store was restored from a backup; the search index is built anew");
    }
    return ahead;
  }

  private void removeUnknown(Set<UUID> indexed, Set<UUID> known) {
    var now = new HashSet<>(indexed);
    now.removeAll(known);
    var twice = new HashSet<>(now);
    twice.retainAll(unknown);
    unknown = now;
    if (!twice.isEmpty() && !rebuilds.isLive()) {
      twice.forEach(sweeper::purge);
      log.warn("Removed the documents of {} data sources that nobody knows", twice.size());
    }
  }

  private Map<UUID, Long> epochs() {
    var epochs = new HashMap<UUID, Long>();
    jdbc.sql("select id, epoch from data_source")
        .query(
            row -> {
              epochs.put(row.getObject("id", UUID.class), row.getLong("epoch"));
            });
    return epochs;
  }
}
