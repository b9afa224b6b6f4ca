package io.gazetteer.worker.crawl.finish;

import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.KnownRelations.Known;
import io.gazetteer.worker.history.PendingRenames;
import io.gazetteer.worker.history.PendingRenames.Renamed;
import io.gazetteer.worker.history.Rename;
import io.gazetteer.worker.index.documents.DescribedRelation;
import io.gazetteer.worker.index.stored.StoredRelations;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out which of the relations that a crawl found are known under another name: in PostgreSQL
 * those that have the number of one that is gone, elsewhere those that are what a single one was
 * that is gone, but for the name.
 */
@Component
final class RenameFinder {
  private static final int AT_ONCE = 200;

  private final StoredRelations stored;
  private final PendingRenames pending;
  private final Manifests manifests;

  RenameFinder(StoredRelations stored, PendingRenames pending, Manifests manifests) {
    this.manifests = manifests;
    this.stored = stored;
    this.pending = pending;
  }

  /** Returns the renames; none when the crawl has nothing to be compared with. */
  List<Rename> find(UUID dataSourceId, Manifest manifest, Known before) {
    var lost = before.lost(manifest.goneFrom(before.present().ids()));
    var added = before.added(manifest.expected());
    if (lost.isEmpty() || added.isEmpty()) {
      return List.of();
    }
    var olds = byKey(dataSourceId, lost, pending.kept(dataSourceId));
    var news = byKey(dataSourceId, added, Map.of());
    var pairs = new ArrayList<Rename>();
    olds.forEach(
        (key, old) -> {
          var now = news.get(key);
          if (now != null) {
            pairs.add(new Rename(old, now));
          }
        });
    var believed = new ArrayList<Rename>();
    read(
        dataSourceId,
        pairs,
        some ->
            some.stream()
                .filter(one -> Rename.isBelievable(one.before(), one.after()))
                .forEach(one -> believed.add(one.rename())));
    return believed;
  }

  /**
   * Takes relations that have a new name under which they could not be read for not listed again:
   * what was known stays under the old name, and the next crawl finds the new one.
   */
  void postpone(CrawlRef crawl, Manifest manifest, Known before) {
    var unread = before.added(manifest.failed());
    var lost = before.lost(manifest.goneFrom(before.present().ids()));
    if (lost.isEmpty() || unread.isEmpty()) {
      return;
    }
    var numbers = manifests.numbers(crawl, unread);
    describe(
        crawl.dataSourceId(),
        lost,
        Map.of(),
        (old, relation) -> {
          var identity = relation.identity();
          var now = identity == null ? null : numbers.get(identity.id());
          if (now != null) {
            manifest.failed().removeAll(List.of(now));
            manifest.vanished().add(old);
          }
        });
  }

  /** Returns the names of relations by their ids, also of those that only the index knows. */
  List<RelationName> names(UUID dataSourceId, Collection<String> ids, Known before) {
    var names = new ArrayList<RelationName>();
    var others = new ArrayList<String>();
    for (String id : ids) {
      before.present().find(id).ifPresentOrElse(names::add, () -> others.add(id));
    }
    for (int start = 0; start < others.size(); start += AT_ONCE) {
      stored
          .relations(
              dataSourceId.toString(),
              others.subList(start, Math.min(others.size(), start + AT_ONCE)))
          .values()
          .forEach(relation -> names.add(new RelationName(relation.schema(), relation.name())));
    }
    return names;
  }

  /** Keeps what the relations were. To be called before their old documents go. */
  void keep(UUID dataSourceId, List<Rename> renames) {
    var all = renames.stream().collect(Collectors.toMap(Rename::from, Rename::to));
    read(dataSourceId, renames, some -> pending.keep(dataSourceId, some, all));
  }

  /** Returns the relations by what they are told by, without those that share it. */
  private Map<String, RelationName> byKey(
      UUID dataSourceId, List<RelationName> names, Map<RelationName, PendingRenames.Kept> kept) {
    var byKey = new HashMap<String, RelationName>();
    var shared = new HashSet<String>();
    describe(
        dataSourceId,
        names,
        kept,
        (name, relation) -> {
          var key = key(relation);
          if (byKey.put(key, name) != null) {
            shared.add(key);
          }
        });
    byKey.keySet().removeAll(shared);
    return byKey;
  }

  private static String key(Relation relation) {
    var identity = relation.identity();
    return identity == null
        ? "content " + PendingRenames.content(relation)
        : "number " + identity.id();
  }

  private void describe(
      UUID dataSourceId,
      List<RelationName> names,
      Map<RelationName, PendingRenames.Kept> kept,
      BiConsumer<RelationName, Relation> sink) {
    for (int start = 0; start < names.size(); start += AT_ONCE) {
      var some = names.subList(start, Math.min(names.size(), start + AT_ONCE));
      var found = relations(dataSourceId, some);
      for (RelationName name : some) {
        var relation = found.get(id(dataSourceId, name));
        if (relation == null) {
          relation = ofKept(kept.get(name));
        }
        if (relation != null) {
          sink.accept(name, relation);
        }
      }
    }
  }

  private interface Reader {
    void read(List<Renamed> some);
  }

  /** Reads both sides of renames, some at once. */
  private void read(UUID dataSourceId, List<Rename> renames, Reader reader) {
    if (renames.isEmpty()) {
      return;
    }
    var kept = pending.kept(dataSourceId);
    for (int start = 0; start < renames.size(); start += AT_ONCE) {
      var some = renames.subList(start, Math.min(renames.size(), start + AT_ONCE));
      var froms = some.stream().map(Rename::from).toList();
      var stamps =
          stored.stamps(
              dataSourceId.toString(), froms.stream().map(name -> id(dataSourceId, name)).toList());
      var olds = relations(dataSourceId, froms);
      var news = relations(dataSourceId, some.stream().map(Rename::to).toList());
      var renamed = new ArrayList<Renamed>();
      for (Rename rename : some) {
        var id = id(dataSourceId, rename.from());
        var old = kept.get(rename.from());
        var before = olds.containsKey(id) ? olds.get(id) : ofKept(old);
        var after = news.get(id(dataSourceId, rename.to()));
        var stamp = stamps.get(id);
        if (before != null && after != null) {
          renamed.add(
              new Renamed(
                  rename,
                  before,
                  stamp != null ? stamp.fingerprint() : old == null ? "" : old.fingerprint(),
                  after));
        }
      }
      reader.read(renamed);
    }
  }

  private Map<String, Relation> relations(UUID dataSourceId, List<RelationName> names) {
    return stored.relations(
        dataSourceId.toString(), names.stream().map(name -> id(dataSourceId, name)).toList());
  }

  private static @Nullable Relation ofKept(PendingRenames.@Nullable Kept kept) {
    return kept == null ? null : DescribedRelation.read(kept.before()).orElse(null);
  }

  private static String id(UUID dataSourceId, RelationName name) {
    return DocumentIds.table(dataSourceId, name.schema(), name.name());
  }
}
