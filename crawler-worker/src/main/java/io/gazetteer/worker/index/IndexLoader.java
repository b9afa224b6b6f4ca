package io.gazetteer.worker.index;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.stored.TableWalk;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * Fills new indexes from the table documents of an old one. A table document holds the whole
 * description, so everything is built by the present code, and no source is asked. Thread safe.
 */
@Component
public final class IndexLoader {
  private final TableWalk walk;
  private final BulkSender sender;

  IndexLoader(TableWalk walk, BulkSender sender) {
    this.walk = walk;
    this.sender = sender;
  }

  /**
   * Says what to load.
   *
   * @param from the index of tables to read
   * @param to where to write
   * @param epochs the epoch of each data source; documents of others are left out
   * @param forget whether the next crawl shall write every table again
   */
  public record Order(String from, IndexGeneration to, Map<UUID, Long> epochs, boolean forget) {}

  /**
   * Says what was loaded.
   *
   * @param incomplete data sources with documents that could not be rebuilt
   */
  public record Loaded(long tables, long columns, Set<UUID> incomplete) {}

  /** Counts the table documents, everything written so far included. */
  public long count(String index) {
    return walk.count(index);
  }

  /**
   * Loads all table documents and the columns that they describe.
   *
   * @param fence is run before each write and throws when the work is no longer ours
   * @param progress is told now and then how many more table documents are done
   * @throws IndexException when the index stays unavailable
   */
  public Loaded load(Order order, Runnable fence, LongConsumer progress) {
    var run = new LoadRun(order, sender, fence);
    walk.over(
        order.from(),
        documents -> {
          long before = run.loaded().tables();
          run.add(documents);
          progress.accept(run.loaded().tables() - before);
        });
    return run.loaded();
  }
}
