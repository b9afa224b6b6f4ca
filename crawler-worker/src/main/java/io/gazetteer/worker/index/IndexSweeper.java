package io.gazetteer.worker.index;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexRefusedException;
import io.gazetteer.worker.index.bulk.BulkBody;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.stored.IndexReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Removes documents, by id. Thread safe. */
@Component
public final class IndexSweeper {
  /** Higher than the version of any crawl: after a purge nothing comes back. */
  private static final long PURGED = Long.MAX_VALUE >> 1;

  /** Relations whose columns are looked for in one search. */
  private static final int RELATIONS_AT_ONCE = 500;

  private static final int DELETES_AT_ONCE = 5_000;

  private final IndexReader reader;
  private final BulkSender sender;

  IndexSweeper(IndexReader reader, BulkSender sender) {
    this.reader = reader;
    this.sender = sender;
  }

  /**
   * Removes relations with their columns; the table documents last, so that an interrupted sweep
   * finds its work again.
   */
  public void remove(
      UUID dataSourceId, Collection<String> relationIds, long version, Runnable fence) {
    var ids = List.copyOf(relationIds);
    var deletes = new Deletes(dataSourceId, version, fence);
    for (int from = 0; from < ids.size(); from += RELATIONS_AT_ONCE) {
      var some = ids.subList(from, Math.min(from + RELATIONS_AT_ONCE, ids.size()));
      deletes.all(
          IndexAlias.COLUMNS, find(IndexAlias.COLUMNS, dataSourceId, Fields.TABLE_ID, some));
    }
    deletes.all(IndexAlias.TABLES, ids);
  }

  /** Removes the columns of a relation that are not to be kept; returns how many. */
  int removeColumns(
      UUID dataSourceId, String relationId, Set<String> keep, long version, Runnable fence) {
    var ids = find(IndexAlias.COLUMNS, dataSourceId, Fields.TABLE_ID, List.of(relationId));
    ids.removeAll(keep);
    new Deletes(dataSourceId, version, fence).all(IndexAlias.COLUMNS, ids);
    return ids.size();
  }

  /** Removes everything of a data source, for good. Returns the number of documents. */
  public int purge(UUID dataSourceId) {
    int purged = 0;
    for (IndexAlias alias : IndexAlias.values()) {
      var ids = find(alias, dataSourceId, null, List.of());
      new Deletes(dataSourceId, PURGED, () -> {}).all(alias, ids);
      purged += ids.size();
    }
    return purged;
  }

  private List<String> find(
      IndexAlias alias, UUID dataSourceId, @Nullable String field, Collection<String> values) {
    var ids = new ArrayList<String>();
    reader.ids(alias, dataSourceId, field, values, ids::add);
    return ids;
  }

  private final class Deletes {
    private final String routing;
    private final long version;
    private final Runnable fence;

    Deletes(UUID dataSourceId, long version, Runnable fence) {
      this.routing = dataSourceId.toString();
      this.version = version;
      this.fence = fence;
    }

    void all(IndexAlias alias, List<String> ids) {
      for (int from = 0; from < ids.size(); from += DELETES_AT_ONCE) {
        var body = new BulkBody(routing, version);
        for (String id : ids.subList(from, Math.min(from + DELETES_AT_ONCE, ids.size()))) {
          body.delete(alias, id, id);
        }
        var refused = sender.send(body, fence);
        if (!refused.isEmpty()) {
          throw new IndexRefusedException(
              "The index refused to remove " + refused.size() + " documents");
        }
      }
    }
  }
}
