package io.gazetteer.worker;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that search and read by the aliases all the time. */
final class Readers implements AutoCloseable {
  private final IndexedDocuments index;
  private final UUID source;
  private final int expected;
  private final String table;
  private final ExecutorService threads;
  private final AtomicLong reads = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  /**
   * @param expected tables and columns of the data source, which are always to be found
   */
  Readers(IndexedDocuments index, UUID source, int count, int expected) {
    this.index = index;
    this.source = source;
    this.expected = expected;
    this.table = index.hits("gazetteer-tables", source).get(0).path("_id").asString();
    threads = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      threads.execute(this::read);
    }
  }

  /** Waits until this many reads more are done. */
  void awaitReads(int more) {
    long goal = reads.get() + more;
    await().atMost(Duration.ofSeconds(60)).until(() -> reads.get() >= goal);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private void read() {
    while (running) {
      try {
        var found =
            index
                .call(
                    "GET",
                    "/gazetteer-tables,gazetteer-columns/_search?size=0&q=data_source_id:" + source)
                .at("/hits/total/value")
                .asInt();
        if (found != expected) {
          failures.add("found " + found + " of " + expected);
        }
        index.call("GET", "/gazetteer-tables/_doc/" + table + "?routing=" + source);
      } catch (RuntimeException e) {
        failures.add(e.toString());
      }
      reads.incrementAndGet();
    }
  }

  @Override
  public void close() {
    running = false;
    threads.close();
  }
}
