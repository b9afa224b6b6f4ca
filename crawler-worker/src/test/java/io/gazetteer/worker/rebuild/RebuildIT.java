package io.gazetteer.worker.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.catalog.IndexRebuild;
import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuild.State;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.testing.fixtures.ChangingIndex;
import io.gazetteer.worker.testing.fixtures.Readers;
import io.gazetteer.worker.testing.processes.WorkerServers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The index is built anew while it is searched, crawled into and meddled with. */
class RebuildIT extends ChangingIndex {
  private final IndexRebuilds rebuilds = worker.getBean(IndexRebuilds.class);

  @Test
  void isReadWithoutAFailureAndHoldsTheSameAfterwards() {
    execute(
        """
        do $$ begin for i in 1..300 loop
          execute format('create table public.t%s (a int primary key, b text)', i);
          execute format('comment on table public.t%s is %L', i, 'Table number ' || i);
        end loop; end $$
        """);
    var source = register();
    crawl(source);
    var before = index.digest(source, false);
    var names = index.names();
    try (var readers = new Readers(index, source, 4, before.size())) {
      readers.awaitReads(50);
      assertThat(rebuilt(Reason.REQUESTED).tablesCopied()).isGreaterThanOrEqualTo(304);
      readers.awaitReads(50);
      await().atMost(PATIENCE).until(() -> index.names().stream().noneMatch(names::contains));
      readers.awaitReads(50);
      assertThat(readers.failures()).isEmpty();
    }
    assertThat(index.digest(source, false)).isEqualTo(before);
    assertThat(index.digest(source, true)).isNotEqualTo(before);
    assertThat(crawl(source).counts().tablesIndexed()).isEqualTo(304);
  }

  @Test
  void isBuiltAnewByItselfForANewDefinition() {
    var source = register();
    crawl(source);
    var before = index.digest(source, true);
    neverScheduled(source);
    var last = rebuilds.findLatest().map(IndexRebuild::id);
    index.call("PUT", "/gazetteer-tables/_mapping", "{\"_meta\": {\"version\": 0}}");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                rebuilds
                    .findLatest()
                    .filter(rebuild -> !last.equals(rebuilds.findLatest().map(IndexRebuild::id)))
                    .filter(rebuild -> rebuild.reason() == Reason.NEW_DEFINITION)
                    .filter(rebuild -> rebuild.state() == State.SUCCEEDED)
                    .isPresent());

    assertThat(indexes.inUse())
        .allSatisfy(
            one ->
                assertThat(one.definitionVersion()).isEqualTo(SearchIndexes.definitionVersion()));
    assertThat(index.digest(source, true)).isEqualTo(before);
    assertThat(isScheduled(source)).isFalse();
    assertThat(crawl(source).counts()).isEqualTo(new Crawl.Counts(4, 0, 4, 0, 0, 0, 8));
  }

  @Test
  void leavesAnIndexOfANewerDefinitionAlone() {
    index.call("PUT", "/gazetteer-tables/_mapping", "{\"_meta\": {\"version\": 99}}");
    try {
      var names = index.names();
      var rebuild = rebuilds.request(Reason.REQUESTED, 1).orElseThrow();
      var failed = ended(rebuild.id());
      assertThat(failed.state()).isEqualTo(State.FAILED);
      assertThat(failed.error()).isNotNull();
      assertThat(failed.error().code()).isEqualTo("newer_definition");
      assertThat(index.names()).isEqualTo(names);
    } finally {
      var version = SearchIndexes.definitionVersion();
      index.call(
          "PUT", "/gazetteer-tables/_mapping", "{\"_meta\": {\"version\": " + version + "}}");
    }
  }

  @Test
  void isRightAgainAfterSomeoneMeddledWithIt() {
    var source = register();
    crawl(source);
    var before = index.digest(source, true);
    var column = index.hits("gazetteer-columns", source).get(0);
    index.call(
        "PUT",
        "/gazetteer-columns/_doc/" + column.path("_id").asString() + "?routing=" + source,
        column.path("_source").toString().replace("order", "mistake"));
    var table = index.hits("gazetteer-tables", source).get(0).path("_id").asString();
    index.call("DELETE", "/gazetteer-tables/_doc/" + table + "?routing=" + source);
    var broken = index.hits("gazetteer-tables", source).get(0);
    index.call(
        "PUT",
        "/gazetteer-tables/_doc/" + broken.path("_id").asString() + "?routing=" + source,
        "{\"data_source_id\": \"" + source + "\", \"column_count\": 1}");

    rebuilt(Reason.REQUESTED);
    assertThat(isScheduled(source)).isTrue();
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(index.digest(source, true)).isEqualTo(before);
  }

  @Test
  void leavesOutWhatBelongsToNoDataSource() {
    var source = register();
    crawl(source);
    catalog.sql("delete from crawl where data_source_id = ?").param(source).update();
    catalog.sql("delete from data_source where id = ?").param(source).update();

    rebuilt(Reason.REQUESTED);

    assertThat(index.tables(source)).isEmpty();
    assertThat(index.columns(source)).isEmpty();
  }

  @Test
  void isDoneByAnotherWorkerWhenTheFirstOneDied() {
    var source = register();
    crawl(source);
    var before = index.digest(source, false);
    var id = UUID.randomUUID();
    catalog
        .sql(
            """
            insert into index_rebuild
              (id, reason, definition_version, state, attempt, lease_until, started_at)
            values (?, 'REQUESTED', 1, 'RUNNING', 1, now() + interval '3 seconds', now())
            """)
        .param(id)
        .update();
    worker.getBean(IndexGenerations.class).create();
    assertThat(index.names()).hasSizeGreaterThan(2);

    assertThat(ended(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(index.digest(source, false)).isEqualTo(before);
  }

  @Test
  void movesNoAliasThatSomeoneElseHasMoved() {
    var hold = holdCleaningUp();
    try {
      var generations = worker.getBean(IndexGenerations.class);
      var previous = indexes.inUse();
      generations.publish(generations.create(), previous);
      var published = indexes.inUse();
      var late = generations.create();

      assertThatThrownBy(() -> generations.publish(late, previous))
          .isInstanceOf(IndexException.class);
      assertThatThrownBy(() -> generations.publish(late, List.of()))
          .isInstanceOf(IndexException.class)
          .hasStackTraceContaining("write index");

      assertThat(indexes.inUse()).isEqualTo(published);
    } finally {
      catalog.sql("delete from index_rebuild where id = ?").param(hold).update();
    }
  }

  /** Nothing is deleted shortly after a rebuild: this one ends in an hour. */
  private UUID holdCleaningUp() {
    var id = UUID.randomUUID();
    catalog
        .sql(
            """
            insert into index_rebuild
              (id, reason, definition_version, state, created_at, finished_at)
            values (?, 'REQUESTED', 1, 'SUCCEEDED', 'epoch', now() + interval '1 hour')
            """)
        .param(id)
        .update();
    return id;
  }

  @Test
  void letsCrawlsGoOnWithARestoredCatalog() {
    var source = register();
    for (int i = 0; i < 3; i++) {
      execute("alter table sales.lines add column c" + i + " int");
      crawl(source);
    }
    catalog.sql("delete from crawl where data_source_id = ?").param(source).update();
    catalog.sql("update data_source set epoch = 1 where id = ?").param(source).update();
    execute("alter table sales.lines add column c3 int");
    var conflicting = registrations.crawl(source, true);
    await().during(Duration.ofSeconds(2)).until(() -> state(conflicting).isLive());

    rebuilt(Reason.REQUESTED);

    assertThat(end(conflicting.crawlId()).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.columns(source)).contains("lines.c3").hasSize(12);
  }

  @Test
  void makesCrawlsAndPurgesWait() {
    var source = register();
    crawl(source);
    var other = register(rename());
    var id = rebuilds.request(Reason.REQUESTED, 99).orElseThrow().id();
    assertThat(rebuilds.request(Reason.REQUESTED, 1)).isEmpty();
    catalog
        .sql("update data_source set deleted_at = now(), secret = null where id = ?")
        .param(source)
        .update();
    var crawl = registrations.crawl(other, true);
    worker.getBean(EventPublisher.class).publish(new DataSourceDeleted(source));

    await().during(Duration.ofSeconds(2)).until(() -> state(crawl) == CrawlState.PENDING);
    assertThat(index.tables(source)).hasSize(4);

    catalog.sql("delete from index_rebuild where id = ?").param(id).update();
    wake(source, crawl);
    assertThat(end(crawl.crawlId()).state()).isEqualTo(CrawlState.SUCCEEDED);
    await().atMost(PATIENCE).until(() -> index.tables(source).isEmpty());
  }

  /** As if the pauses after which recovery comes back were over. */
  private void wake(UUID deleted, CrawlRef crawl) {
    catalog
        .sql("update data_source set updated_at = now() - interval '1 minute' where id = ?")
        .param(deleted)
        .update();
    catalog.sql("update crawl set wake_at = now() where id = ?").param(crawl.crawlId()).update();
  }

  @Test
  void waitsForAWriterAndInterruptsOneThatDoesNotEnd() {
    var source = register();
    var crawl = registrations.crawl(source, false).crawlId();
    catalog.sql("update crawl set state = 'RUNNING' where id = ?").param(crawl).update();
    catalog
        .sql(
            """
            insert into crawl_batch
              (crawl_id, batch_no, state, attempt, lease_until, relation_ids, relation_schemas,
               relation_names, relation_kinds, column_counts)
            values (?, 0, 'INDEXING', 1, now() + interval '3 seconds', '{}', '{}', '{}', '{}', '{}')
            """)
        .param(crawl)
        .update();
    try (var heart = Executors.newSingleThreadScheduledExecutor()) {
      var beats = heart.scheduleWithFixedDelay(() -> beat(crawl), 0, 1, TimeUnit.SECONDS);

      var rebuild = rebuilt(Reason.REQUESTED);

      assertThat(Duration.between(rebuild.createdAt(), rebuild.finishedAt()))
          .isGreaterThan(WorkerServers.REBUILD_PATIENCE);
      assertThat(beats.cancel(true)).isTrue();
    } finally {
      catalog.sql("delete from crawl where id = ?").param(crawl).update();
    }
  }

  /** Somewhere a worker goes on and on. */
  private void beat(UUID crawl) {
    catalog
        .sql(
            """
            update crawl_batch set lease_until = now() + interval '3 seconds'
            where crawl_id = ? and attempt = 1
            """)
        .param(crawl)
        .update();
  }

  private IndexRebuild rebuilt(Reason reason) {
    var rebuild = rebuilds.request(reason, SearchIndexes.definitionVersion()).orElseThrow();
    var ended = ended(rebuild.id());
    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    return ended;
  }

  private IndexRebuild ended(UUID rebuild) {
    return await()
        .atMost(PATIENCE)
        .until(() -> rebuilds.find(rebuild).orElseThrow(), found -> !found.state().isLive());
  }

  private CrawlState state(CrawlRef crawl) {
    return worker.getBean(Crawls.class).find(crawl.crawlId()).orElseThrow().state();
  }

  /** Another address of the same database. */
  private String rename() {
    var other = database + "_b";
    TestServers.postgres().createDatabase(other);
    return other;
  }
}
