package io.gazetteer.worker.rebuild;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexGeneration;
import io.gazetteer.common.index.IndexGenerations;
import io.gazetteer.common.index.SearchIndex;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.index.IndexLoader;
import io.gazetteer.worker.index.IndexLoader.Loaded;
import io.gazetteer.worker.rebuild.Rebuilds.Claim;
import java.util.List;
import java.util.function.LongConsumer;
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
   * Rebuilds.
   *
   * @param fence throws when the rebuild is no longer ours
   * @param progress is told how many tables are done
   * @throws RebuildRefusedException when trying again is of no use
   */
  Loaded rebuild(Claim claim, boolean forget, Runnable fence, LongConsumer progress) {
    writers.awaitNone(fence);
    indexes.ensure();
    var previous = indexes.inUse();
    var from = tables(previous);
    rebuilds.setTotal(claim, loader.count(from.name()));
    fence.run();
    var generation = generations.create();
    var order = new IndexLoader.Order(from.name(), generation, rebuilds.epochs(), forget);
    var loaded = loader.load(order, fence, progress);
    generations.open(generation);
    check(generation, loaded);
    fence.run();
    generations.publish(generation, previous);
    return loaded;
  }

  private static SearchIndex tables(List<SearchIndex> previous) {
    int version = SearchIndexes.definitionVersion();
    if (previous.stream().anyMatch(index -> index.definitionVersion() > version)) {
      throw new RebuildRefusedException(
          "newer_definition", "The index has a newer definition than this worker's program");
    }
    if (previous.size() != IndexAlias.values().length) {
      throw new RebuildRefusedException(
          "ambiguous_alias", "An alias of the search index stands for more than one index");
    }
    return previous.stream()
        .filter(index -> index.alias() == IndexAlias.TABLES)
        .findFirst()
        .orElseThrow();
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
