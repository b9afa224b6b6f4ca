package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.index.stored.IndexReader;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that the catalog store was restored from a backup: the index then holds documents of
 * crawls that the store has not come to yet. The index is rebuilt and everything crawled, which
 * also leaves out data sources that the store does not know. Unknown data sources alone are no sign
 * of a backup: another Gazetteer may write into the same index by mistake.
 */
@Component
final class RestoredCatalog {
  private static final Logger log = LoggerFactory.getLogger(RestoredCatalog.class);

  private final IndexReader reader;
  private final IndexRebuilds rebuilds;
  private final JdbcClient jdbc;

  RestoredCatalog(IndexReader reader, IndexRebuilds rebuilds, JdbcClient jdbc) {
    this.reader = reader;
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
      rebuildIfAhead(indexed, epochs());
    } catch (IndexException e) {
      log.debug("The epochs of the index cannot be looked at: {}", e.getMessage());
    }
  }

  private void rebuildIfAhead(Map<UUID, Long> indexed, Map<UUID, Long> known) {
    boolean ahead =
        known.entrySet().stream()
            .anyMatch(source -> indexed.getOrDefault(source.getKey(), 0L) > source.getValue());
    if (ahead
        && rebuilds.request(Reason.REQUESTED, SearchIndexes.definitionVersion()).isPresent()) {
      log.warn("The catalog store was restored from a backup; the search index is built anew");
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
