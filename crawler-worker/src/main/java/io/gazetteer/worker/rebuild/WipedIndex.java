package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes missing indexes, and has everything crawled when an alias stands for another index than it
 * did: it was deleted, or restored from somewhere else.
 */
@Component
class WipedIndex {
  private static final Logger log = LoggerFactory.getLogger(WipedIndex.class);

  private final SearchIndexes indexes;
  private final KnownIndexes known;
  private final IndexRebuilds rebuilds;
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;

  WipedIndex(
      SearchIndexes indexes,
      KnownIndexes known,
      IndexRebuilds rebuilds,
      TransactionOperations transactions,
      JdbcClient jdbc) {
    this.indexes = indexes;
    this.known = known;
    this.rebuilds = rebuilds;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  void look() {
    // Read before the indexes: what a rebuild changes in between is then no surprise.
    var before = known.read();
    indexes.ensure();
    var inUse = indexes.inUse();
    transactions.executeWithoutResult(status -> compare(before, inUse));
  }

  private void compare(Map<IndexAlias, String> before, List<SearchIndex> inUse) {
    boolean tables = false;
    boolean columns = false;
    for (SearchIndex index : inUse) {
      boolean other = isOther(index, before);
      tables |= other && index.alias() == IndexAlias.TABLES;
      columns |= other && index.alias() == IndexAlias.COLUMNS;
    }
    if (tables) {
      known.noteWiping(IndexAlias.TABLES);
      crawlEverything();
    } else if (columns) {
      known.noteWiping(IndexAlias.COLUMNS);
      log.warn("The index of columns was wiped; it is built anew from that of tables");
      rebuilds.request(Reason.REQUESTED, SearchIndexes.definitionVersion());
    }
  }

  private boolean isOther(SearchIndex index, Map<IndexAlias, String> before) {
    var previous = before.get(index.alias());
    if (previous == null) {
      known.remember(List.of(index));
      return false;
    }
    return !previous.equals(index.uuid()) && known.replace(index, previous);
  }

  private void crawlEverything() {
    int sources =
        jdbc.sql("update data_source set next_crawl_at = now() where deleted_at is null").update();
    log.warn("The search index was wiped; {} data sources are crawled", sources);
  }
}
