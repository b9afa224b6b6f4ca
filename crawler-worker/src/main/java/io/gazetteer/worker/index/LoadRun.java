package io.gazetteer.worker.index;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.Column;
import io.gazetteer.worker.index.bulk.BulkBody;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.documents.DescribedRelation;
import io.gazetteer.worker.index.documents.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Builds and writes the documents of one load; not thread safe. */
final class LoadRun {
  private static final Logger log = LoggerFactory.getLogger(LoadRun.class);
  private static final int MAX_BODY_BYTES = 3 << 20;

  private final IndexLoader.Order order;
  private final BulkSender sender;
  private final Runnable fence;
  private final Set<UUID> incomplete = new HashSet<>();
  private long tables;
  private long columns;

  LoadRun(IndexLoader.Order order, BulkSender sender, Runnable fence) {
    this.order = order;
    this.sender = sender;
    this.fence = fence;
  }

  private record Entry(
      UUID dataSourceId, long version, DescribedRelation relation, Documents documents) {}

  IndexLoader.Loaded loaded() {
    return new IndexLoader.Loaded(tables, columns, Set.copyOf(incomplete));
  }

  void add(List<JsonNode> stored) {
    var entries = new ArrayList<Entry>();
    for (JsonNode document : stored) {
      var entry = entry(document);
      if (entry != null) {
        entries.add(entry);
      }
    }
    var refused =
        send(entries, (entry, body) -> entry.documents().addColumns(entry.relation(), body));
    var complete = without(entries, refused);
    refused = send(complete, (entry, body) -> entry.documents().addTable(entry.relation(), body));
    for (Entry entry : without(complete, refused)) {
      tables++;
      columns +=
          Documents.columnsOf(entry.relation().relation()).stream()
              .map(Column::name)
              .distinct()
              .count();
    }
  }

  /** Null for what does not belong into the index, or cannot be built. */
  private @Nullable Entry entry(JsonNode document) {
    var source = document.path("_source");
    var id = document.path("_id").asString();
    UUID dataSourceId = null;
    try {
      dataSourceId = UUID.fromString(source.path(Fields.DATA_SOURCE_ID).asString(""));
      var epoch = order.epochs().get(dataSourceId);
      return epoch == null ? null : entry(dataSourceId, epoch, document);
    } catch (RuntimeException e) {
      // One document that someone has broken, however that may be, must not keep all others out.
      log.warn("Table document {} cannot be built anew: {}", id, e.toString());
      if (dataSourceId != null) {
        incomplete.add(dataSourceId);
      }
      return null;
    }
  }

  private Entry entry(UUID dataSourceId, long epoch, JsonNode document) {
    var source = document.path("_source");
    var described = DescribedRelation.ofStored(dataSourceId, source);
    if (!described.id().equals(document.path("_id").asString())) {
      throw new IllegalArgumentException("It stands under the id of another table");
    }
    var documents =
        new Documents(
            dataSourceId,
            Math.min(epoch, source.path(Fields.EPOCH).asLong(0)),
            Instant.parse(source.path(Fields.CRAWLED_AT).asString("")));
    return new Entry(
        dataSourceId,
        version(document.path("_version").asLong(), epoch),
        order.forget() ? described.withoutFingerprint() : described,
        documents);
  }

  /**
   * A catalog that was restored from a backup starts again at epochs the index has seen. What is
   * newer than the catalog knows becomes older than anything a crawl will write.
   */
  private static long version(long stored, long epoch) {
    return stored >> 16 > epoch ? 1 : stored;
  }

  /** Returns the ids of the tables that were refused. */
  private Set<String> send(List<Entry> entries, BiConsumer<Entry, BulkBody> documents) {
    var refused = new HashSet<String>();
    var body = newBody();
    for (Entry entry : entries) {
      body.continueAs(entry.dataSourceId().toString(), entry.version());
      documents.accept(entry, body);
      if (body.size() >= MAX_BODY_BYTES) {
        refused.addAll(sender.send(body, fence).keySet());
        body = newBody();
      }
    }
    refused.addAll(sender.send(body, fence).keySet());
    return refused;
  }

  private BulkBody newBody() {
    return new BulkBody(order.to()::loadingAlias, "", 0);
  }

  private List<Entry> without(List<Entry> entries, Set<String> refused) {
    var rest = new ArrayList<Entry>();
    for (Entry entry : entries) {
      if (refused.contains(entry.relation().id())) {
        log.warn("The new index refuses the table document {}", entry.relation().id());
        incomplete.add(entry.dataSourceId());
      } else {
        rest.add(entry);
      }
    }
    return rest;
  }
}
