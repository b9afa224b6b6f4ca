package io.gazetteer.worker.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.index.bulk.BulkMetrics;
import io.gazetteer.worker.index.bulk.BulkSender;
import io.gazetteer.worker.index.bulk.Courtesy;
import io.gazetteer.worker.index.stored.IndexReader;
import io.gazetteer.worker.index.stored.StoredRelations;
import io.gazetteer.worker.testing.fixtures.Columns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** An index that has no room, for whole requests and for single documents. */
class BusyIndexIT {
  private static final int TABLES = 400;

  private final AtomicInteger waits = new AtomicInteger();

  @Test
  void getsEveryDocumentInTheEndAndCountsItOnce() {
    var source = UUID.randomUUID();
    try (var busy = new BusyIndex(TestServers.elasticsearch());
        var worker = worker(busy.port())) {
      worker.getBean(SearchIndexes.class).ensure();

      var outcome = write(worker.getBean(IndexWriter.class), source, 1 << 16 | 1);
      assertThat(busy.refused()).isGreaterThan(TABLES);
      assertThat(outcome.failed()).isEmpty();
      assertThat(outcome.indexed()).isEqualTo(TABLES);
      assertThat(outcome.columns()).isEqualTo(2 * TABLES);
      assertThat(waits.get()).as("requests that waited for searches").isGreaterThan(2);

      var reader = worker.getBean(IndexReader.class);
      reader.refresh();
      assertThat(reader.relations(source)).hasSize(TABLES);
      assertThat(reader.columnCounts(source).values()).hasSize(TABLES).containsOnly(2);
      assertThat(write(worker.getBean(IndexWriter.class), source, 2 << 16 | 1).unchanged())
          .isEqualTo(TABLES);
      worker.getBean(IndexSweeper.class).purge(source);
    }
  }

  private AnnotationConfigApplicationContext worker(int port) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        Rest5Client.class,
        () -> Rest5Client.builder(URI.create("http://127.0.0.1:" + port)).build());
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(InstantSource.class, Clock::systemUTC);
    context.registerBean(Courtesy.class, () -> new Courtesy(() -> waits.incrementAndGet() > 0));
    context.registerBean(
        IndexServer.class, () -> new IndexServer(context.getBean(Rest5Client.class)));
    context.register(
        IndexConfiguration.class,
        BulkMetrics.class,
        BulkSender.class,
        IndexReader.class,
        IndexSweeper.class,
        IndexWriter.class,
        StoredRelations.class);
    context.refresh();
    return context;
  }

  private static IndexOutcome write(IndexWriter writer, UUID source, long version) {
    try (var run = writer.begin(source, version, () -> {}, IndexObserver.NONE)) {
      IntStream.range(0, TABLES).forEach(i -> run.add(table("t" + i), 0));
      return run.finish();
    }
  }

  private static Relation table(String name) {
    return new Relation(
        "public",
        name,
        RelationKind.TABLE,
        null,
        null,
        List.of(
            Columns.of("a", 1, "integer", TypeFamily.INTEGER),
            Columns.of("b", 2, "integer", TypeFamily.INTEGER)),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }
}
