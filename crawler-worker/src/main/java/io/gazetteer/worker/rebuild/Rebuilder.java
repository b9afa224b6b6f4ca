package io.gazetteer.worker.rebuild;

import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.index.IndexGeneration;
import io.gazetteer.worker.index.IndexLoader;
import io.gazetteer.worker.index.IndexLoader.Loaded;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeaseLostException;
import io.gazetteer.worker.lease.WorkFailedException;
import io.gazetteer.worker.rebuild.Rebuilds.Rebuild;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds new indexes from the documents of the old ones and puts them in their place. */
@Component
class Rebuilder {
  private final SearchIndexes indexes;
  private final IndexGenerations generations;
  private final IndexLoader loader;
  private final Rebuilds rebuilds;
  private final Writers writers;

  Rebuilder(
      SearchIndexes indexes,
      IndexGenerations generations,
      IndexLoader loader,
      Rebuilds rebuilds,
      Writers writers) {
    this.indexes = indexes;
    this.generations = generations;
    this.loader = loader;
    this.rebuilds = rebuilds;
    this.writers = writers;
  }

  /**
   * Rebuilds the indexes.
   *
   * @throws LeaseLostException when the rebuild is no longer ours
   * @throws WorkFailedException when the indexes in use are none that this program can read
   */
  Loaded rebuild(Rebuild rebuild, Lease lease) {
    writers.awaitNone(lease::check);
    indexes.ensure();
    var previous = indexes.inUse();
    var from = tables(previous);
    rebuilds.setTotal(rebuild, loader.count(from.name()));
    lease.check();
    var generation = generations.create();
    boolean forget = rebuild.reason() == Reason.REQUESTED;
    var order = new IndexLoader.Order(from.name(), generation, rebuilds.epochs(), forget);
    var loaded = loader.load(order, lease::check, more -> lease.progress().add(more, 0));
    generations.open(generation);
    check(generation, loaded);
    lease.check();
    generations.publish(generation, previous);
    return loaded;
  }

  private static SearchIndex tables(List<SearchIndex> previous) {
    int version = SearchIndexes.definitionVersion();
    if (previous.stream().anyMatch(index -> index.definitionVersion() > version)) {
      throw refused(
          "newer_definition", "The index has a newer definition than this worker's program");
    }
    if (previous.size() != IndexAlias.values().length) {
      throw refused(
          "ambiguous_alias", "An alias of the search index stands for more than one index");
    }
    return previous.stream()
        .filter(index -> index.alias() == IndexAlias.TABLES)
        .findFirst()
        .orElseThrow();
  }

  private static WorkFailedException refused(String code, String message) {
    return new WorkFailedException(new Failure(code, message), false);
  }

  private void check(IndexGeneration generation, Loaded loaded) {
    long tables = generations.count(generation, IndexAlias.TABLES);
    long columns = generations.count(generation, IndexAlias.COLUMNS);
    boolean complete = columns == loaded.columns() || !loaded.incomplete().isEmpty();
    if (tables != loaded.tables() || !complete) {
      throw new IllegalStateException(
          "The new index holds %d tables and %d columns instead of %d and %d"
              .formatted(tables, columns, loaded.tables(), loaded.columns()));
    }
  }
}
