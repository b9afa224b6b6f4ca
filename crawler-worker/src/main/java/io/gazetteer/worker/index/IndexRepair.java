package io.gazetteer.worker.index;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.index.bulk.BulkBody;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.documents.Documents;
import io.gazetteer.worker.index.stored.IndexReader;
import io.gazetteer.worker.index.stored.StoredRelations;
import io.gazetteer.worker.lease.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Holds the column documents against the relations they belong to. They differ when a worker died
 * between writing the columns and the table, or when someone deleted documents by hand. Thread
 * safe.
 */
@Component
public final class IndexRepair {
  private static final Failure MISMATCH =
      new Failure("index_mismatch", "Columns were missing in the index; the next crawl adds them");

  private final IndexReader reader;
  private final IndexSweeper sweeper;
  private final StoredRelations stored;
  private final BulkSender sender;

  IndexRepair(IndexReader reader, IndexSweeper sweeper, StoredRelations stored, BulkSender sender) {
    this.reader = reader;
    this.sweeper = sweeper;
    this.stored = stored;
    this.sender = sender;
  }

  /**
   * Removes columns that belong to nothing, and sees to it that the next crawl writes a relation
   * again whose columns are missing. Searches see what it did.
   *
   * @return the relations whose columns are missing
   */
  public List<FailedRelation> repair(
      UUID dataSourceId, IndexContents contents, long version, Runnable fence) {
    var relations = contents.relations();
    var counts = contents.columns();
    var suspects = suspects(relations, counts);
    if (suspects.isEmpty()) {
      return List.of();
    }
    var target = new ChunkWriter.Target(dataSourceId.toString(), version, fence);
    var broken = new ArrayList<FailedRelation>();
    var found = stored.relations(target.routing(), suspects);
    for (String id : suspects) {
      var relation = found.get(id);
      if (relation == null && relations.containsKey(id)) {
        broken.add(forget(id, target));
        continue;
      }
      var keep = relation == null ? Set.<String>of() : Documents.columnIds(dataSourceId, relation);
      int there = counts.getOrDefault(id, 0);
      int left = there - sweeper.removeColumns(dataSourceId, id, keep, version, fence);
      if (left < keep.size()) {
        broken.add(forget(id, target));
      }
    }
    reader.refresh();
    return broken;
  }

  private static Set<String> suspects(Map<String, Integer> relations, Map<String, Integer> counts) {
    var ids = new HashSet<>(relations.keySet());
    ids.addAll(counts.keySet());
    ids.removeIf(id -> relations.getOrDefault(id, 0).equals(counts.getOrDefault(id, 0)));
    return ids;
  }

  /** Empties the fingerprint: the next crawl sees a change. */
  private FailedRelation forget(String id, ChunkWriter.Target target) {
    var source = stored.source(target.routing(), id);
    source.put(Fields.FINGERPRINT, "");
    var body = new BulkBody(target.routing(), target.version());
    body.index(
        IndexAlias.TABLES,
        id,
        id,
        json ->
            source
                .properties()
                .forEach(
                    field -> {
                      json.writeName(field.getKey());
                      json.writeRawValue(field.getValue().toString());
                    }));
    sender.send(body, target.fence());
    return new FailedRelation(
        source.path(Fields.SCHEMA).asString(), source.path(Fields.NAME).asString(), MISMATCH);
  }
}
