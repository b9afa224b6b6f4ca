package io.gazetteer.worker.index;

import io.gazetteer.common.index.Popularity;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.index.IndexOutcome.Counts;
import io.gazetteer.worker.index.IndexOutcome.FailedRelation;
import io.gazetteer.worker.index.bulk.BulkBody;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.documents.DescribedRelation;
import io.gazetteer.worker.index.documents.Documents;
import io.gazetteer.worker.index.stored.StoredRelations;
import io.gazetteer.worker.index.stored.StoredRelations.Stamp;
import io.gazetteer.worker.lease.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a chunk of relations: asks for the stored fingerprints, then writes the columns of what
 * changed, and only when these are in, the tables. A table's document with its new fingerprint thus
 * proves that its columns were written. The old one proves nothing: a writer may have died between
 * the columns and the table, and the source may say by now what it said before. The observer knows
 * which relations those are.
 */
final class ChunkWriter {
  /** Elasticsearch's own advice is 5 to 15 MB; smaller keeps this process small. */
  private static final int MAX_BODY_BYTES = 3 << 20;

  private final StoredRelations stored;
  private final BulkSender sender;
  private final Documents documents;
  private final Target target;
  private final IndexObserver observer;
  private final Set<String> unfinished;
  private final Queue<BulkBody> spareBodies = new ConcurrentLinkedQueue<>();

  ChunkWriter(
      StoredRelations stored,
      BulkSender sender,
      Documents documents,
      Target target,
      IndexObserver observer) {
    this.stored = stored;
    this.sender = sender;
    this.documents = documents;
    this.target = target;
    this.observer = observer;
    this.unfinished = observer.unfinished();
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
    var stamps =
        stored.stamps(target.routing(), chunk.stream().map(DescribedRelation::id).toList());
    var changed = new ArrayList<DescribedRelation>();
    var recounted = new ArrayList<DescribedRelation>();
    for (DescribedRelation relation : chunk) {
      var stamp = stamps.get(relation.id());
      if (stamp == null
          || !stamp.fingerprint().equals(relation.fingerprint())
          || unfinished.contains(relation.id())) {
        changed.add(relation);
      } else if (isRecounted(stamp, relation)) {
        recounted.add(relation);
      }
    }
    var known = changed.stream().map(DescribedRelation::id).filter(stamps::containsKey).toList();
    var before = stored.relations(target.routing(), known);
    var filled = changed.stream().map(one -> one.filledFrom(before.get(one.id()))).toList();
    var refused = writeChanged(filled, before, stamps);
    var tables = filled(recounted);
    filled.stream().filter(one -> !refused.containsKey(one.id())).forEach(tables::add);
    refused.putAll(send(tables, documents::addTable));
    return outcome(chunk, changed, refused);
  }

  /** Returns the relations with what the crawl could not see; hardly any need a look at it. */
  private List<DescribedRelation> filled(List<DescribedRelation> relations) {
    var incomplete =
        relations.stream()
            .filter(one -> !one.relation().unknown().isEmpty())
            .map(DescribedRelation::id)
            .toList();
    var before = stored.relations(target.routing(), incomplete);
    var filled = new ArrayList<DescribedRelation>();
    relations.forEach(one -> filled.add(one.filledFrom(before.get(one.id()))));
    return filled;
  }

  /** The numbers around a relation are others, while it is what it was. */
  private static boolean isRecounted(Stamp stamp, DescribedRelation relation) {
    return !Objects.equals(stamp.rowEstimate(), relation.relation().rowEstimate())
        || Popularity.of(stamp.referencedBy()) != Popularity.of(relation.referencedBy());
  }

  /** Writes all but the tables themselves. */
  private Map<String, Failure> writeChanged(
      List<DescribedRelation> changed, Map<String, Relation> before, Map<String, Stamp> stamps) {
    target.fence().run();
    observer.beforeWrite(
        changed.stream()
            .filter(one -> stamps.containsKey(one.id()) || unfinished.contains(one.id()))
            .map(one -> write(one, before.get(one.id()), stamps.get(one.id())))
            .toList());
    return send(
        changed,
        (relation, body) -> {
          documents.removeColumns(relation, removed(relation, before), body);
          documents.addColumns(relation, body);
        });
  }

  private static IndexObserver.Write write(
      DescribedRelation relation, @Nullable Relation before, @Nullable Stamp stamp) {
    return new IndexObserver.Write(
        before,
        stamp == null ? "" : stamp.fingerprint(),
        relation.relation(),
        relation.fingerprint());
  }

  private Map<String, Failure> send(
      List<DescribedRelation> relations, BiConsumer<DescribedRelation, BulkBody> writer) {
    var refused = new HashMap<String, Failure>();
    var body = newBody();
    for (DescribedRelation relation : relations) {
      writer.accept(relation, body);
      if (body.size() >= MAX_BODY_BYTES) {
        refused.putAll(sender.send(body, target.fence()));
        body.clear();
      }
    }
    refused.putAll(sender.send(body, target.fence()));
    body.clear();
    spareBodies.add(body);
    return refused;
  }

  private BulkBody newBody() {
    var spare = spareBodies.poll();
    return spare == null ? new BulkBody(target.routing(), target.version()) : spare;
  }

  /** Columns that had a document before and have none now. */
  private static Set<String> removed(DescribedRelation relation, Map<String, Relation> before) {
    var old = before.get(relation.id());
    if (old == null) {
      return Set.of();
    }
    var names = new HashSet<String>();
    old.columns().forEach(column -> names.add(column.name()));
    Documents.columnsOf(relation.relation()).forEach(column -> names.remove(column.name()));
    return names;
  }

  private static IndexOutcome outcome(
      List<DescribedRelation> chunk,
      List<DescribedRelation> changed,
      Map<String, Failure> refused) {
    var written = changed.stream().map(DescribedRelation::id).collect(Collectors.toSet());
    var schemas = new HashMap<String, Counts>();
    var failed = new ArrayList<FailedRelation>();
    long columns = 0;
    for (DescribedRelation described : chunk) {
      var relation = described.relation();
      columns += relation.columns().size();
      var failure = refused.get(described.id());
      if (failure == null) {
        var one = written.contains(described.id()) ? new Counts(1, 0) : new Counts(0, 1);
        schemas.merge(relation.schema(), one, Counts::plus);
      } else {
        failed.add(new FailedRelation(relation.schema(), relation.name(), failure));
      }
    }
    return new IndexOutcome(schemas, columns, failed);
  }
}
