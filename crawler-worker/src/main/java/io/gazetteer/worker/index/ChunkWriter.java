package io.gazetteer.worker.index;

import io.gazetteer.worker.Failure;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.index.StoredRelations.StoredRelation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Writes a chunk of relations: asks for the stored fingerprints, then writes the columns of what
 * changed, and only when these are in, the tables. A table's document with its new fingerprint thus
 * proves that its columns were written, whatever dies in between.
 */
final class ChunkWriter {
  /** Elasticsearch's own advice is 5 to 15 MB; smaller keeps this process small. */
  private static final int MAX_BODY_BYTES = 3 << 20;

  private final StoredRelations stored;
  private final BulkSender sender;
  private final Documents documents;
  private final Target target;

  ChunkWriter(StoredRelations stored, BulkSender sender, Documents documents, Target target) {
    this.stored = stored;
    this.sender = sender;
    this.documents = documents;
    this.target = target;
  }

  /**
   * Where and as what documents are written.
   *
   * @param routing the data source
   * @param version the external version
   * @param fence throws when the work is no longer ours
   */
  record Target(String routing, long version, Runnable fence) {}

  IndexOutcome write(List<DescribedRelation> chunk) {
    var fingerprints =
        stored.fingerprints(target.routing(), chunk.stream().map(DescribedRelation::id).toList());
    var changed =
        chunk.stream()
            .filter(relation -> !relation.fingerprint().equals(fingerprints.get(relation.id())))
            .toList();
    var refused = writeColumns(changed, fingerprints.keySet());
    refused.putAll(
        writeTables(
            changed.stream().filter(relation -> !refused.containsKey(relation.id())).toList()));
    return outcome(chunk, changed, refused);
  }

  private Map<String, Failure> writeColumns(
      List<DescribedRelation> changed, Collection<String> known) {
    var before =
        stored.descriptions(
            target.routing(),
            changed.stream().map(DescribedRelation::id).filter(known::contains).toList());
    var refused = new HashMap<String, Failure>();
    var body = newBody();
    for (DescribedRelation relation : changed) {
      documents.removeColumns(relation, removed(relation, before), body);
      documents.addColumns(relation, body);
      body = sendIfFull(body, refused);
    }
    refused.putAll(sender.send(body, target.fence()));
    return refused;
  }

  private Map<String, Failure> writeTables(List<DescribedRelation> relations) {
    var refused = new HashMap<String, Failure>();
    var body = newBody();
    for (DescribedRelation relation : relations) {
      documents.addTable(relation, body);
      body = sendIfFull(body, refused);
    }
    refused.putAll(sender.send(body, target.fence()));
    return refused;
  }

  private BulkBody sendIfFull(BulkBody body, Map<String, Failure> refused) {
    if (body.size() < MAX_BODY_BYTES) {
      return body;
    }
    refused.putAll(sender.send(body, target.fence()));
    return newBody();
  }

  private BulkBody newBody() {
    return new BulkBody(target.routing(), target.version());
  }

  private static Collection<String> removed(
      DescribedRelation relation, Map<String, StoredRelation> before) {
    var stored = before.get(relation.id());
    if (stored == null) {
      return List.of();
    }
    var names = new HashSet<>(stored.columns());
    relation.relation().columns().forEach(column -> names.remove(column.name()));
    return names;
  }

  private static IndexOutcome outcome(
      List<DescribedRelation> chunk,
      List<DescribedRelation> changed,
      Map<String, Failure> refused) {
    var failed = new ArrayList<FailedRelation>();
    long columns = 0;
    for (DescribedRelation described : chunk) {
      var relation = described.relation();
      columns += relation.columns().size();
      var failure = refused.get(described.id());
      if (failure != null) {
        failed.add(new FailedRelation(relation.schema(), relation.name(), failure));
      }
    }
    long unchanged = chunk.size() - (long) changed.size();
    return new IndexOutcome(changed.size() - (long) failed.size(), unchanged, columns, failed);
  }
}
