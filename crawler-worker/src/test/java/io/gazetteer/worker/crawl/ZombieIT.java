package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A worker that goes on although its work was given to another one, or is no longer wanted. */
class ZombieIT extends CrawledDatabase {
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final String MARK = "written by the newer attempt";

  @Test
  void doesNotEndABatchThatAnotherWorkerHas() throws SQLException {
    var source = register();
    UUID crawl;
    try (var lock = lockedSource()) {
      crawl = registrations.crawl(source, true).crawlId();
      takeBatchAway(crawl);
      lock.rollback();
    }

    staysSo(() -> batchesRemaining(crawl) == 1 && batchState(crawl).equals("READING"));
    handBack(crawl);
    var ended = end(crawl);
    assertThat(ended.state()).isEqualTo(CrawlState.SUCCEEDED);
    // What the first attempt wrote is there already.
    assertThat(ended.counts().tablesSeen()).isEqualTo(4);
    assertThat(ended.counts().tablesIndexed() + ended.counts().tablesUnchanged()).isEqualTo(4);
    assertThat(ended.counts().columnsSeen()).isEqualTo(8);
  }

  @Test
  void doesNotOverwriteWhatANewerAttemptHasWritten() throws SQLException {
    var source = register();
    crawl(source);
    execute("comment on table sales.lines is 'written by the older attempt'");
    UUID crawl;
    try (var lock = lockedSource()) {
      crawl = registrations.crawl(source, true).crawlId();
      takeBatchAway(crawl);
      markLines(source, 2L << 16 | 2);
      lock.rollback();
    }

    staysSo(() -> comment(source).equals(MARK));
    handBack(crawl);
    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(comment(source)).isEqualTo("written by the older attempt");
  }

  @Test
  void cannotWriteAfterThePurgeOfADataSource() {
    var source = register();
    crawl(source);
    var late = lines(source);
    catalog
        .sql("update data_source set deleted_at = now(), secret = null where id = ?")
        .param(source)
        .update();
    worker.getBean(EventPublisher.class).publish(new DataSourceDeleted(source));
    await().atMost(Duration.ofSeconds(20)).until(() -> index.tables(source).isEmpty());

    assertThat(write(source, late, 1_000L << 16)).isEqualTo(CONFLICT);
    assertThat(index.tables(source)).isEmpty();
  }

  @Test
  void leavesNothingOfADataSourceThatIsDeletedDuringItsCrawl() throws SQLException {
    var source = register();
    try (var lock = lockedSource()) {
      var crawl = registrations.crawl(source, true).crawlId();
      await().atMost(Duration.ofSeconds(30)).until(() -> isRead(crawl));
      catalog
          .sql(
              """
              with ended as (
                update crawl set state = 'CANCELLED', finished_at = now() where id = :crawl)
              update data_source set deleted_at = now(), secret = null where id = :source
              """)
          .param("crawl", crawl)
          .param("source", source)
          .update();
      worker.getBean(EventPublisher.class).publish(new DataSourceDeleted(source));
      // Its worker has not heard of that yet, and may still write what it reads now.
      lock.rollback();
    }

    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              letPurgeComeBack(source);
              return index.tables(source).isEmpty() && index.columns(source).isEmpty();
            });
  }

  private void letPurgeComeBack(UUID source) {
    catalog
        .sql("update data_source set updated_at = now() - interval '1 minute' where id = ?")
        .param(source)
        .update();
  }

  private boolean isRead(UUID crawl) {
    return catalog
            .sql("select count(*) from crawl_batch where crawl_id = ? and state = 'READING'")
            .param(crawl)
            .query(Long.class)
            .single()
        == 1;
  }

  /** Whoever reads comments waits, for as long as its lock timeout lets it. */
  private Connection lockedSource() throws SQLException {
    var lock = TestServers.postgres().connect(database);
    lock.setAutoCommit(false);
    try (var statement = lock.createStatement()) {
      statement.execute("lock table pg_catalog.pg_description in access exclusive mode");
    }
    return lock;
  }

  /** The lease is given to a worker that is not there; ours has had no heartbeat since. */
  private void takeBatchAway(UUID crawl) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                catalog
                        .sql(
                            """
                            update crawl_batch
                            set attempt = attempt + 1, lease_until = now() + interval '1 minute'
                            where crawl_id = ? and state = 'READING'
                            """)
                        .param(crawl)
                        .update()
                    == 1);
  }

  private void handBack(UUID crawl) {
    catalog
        .sql(
            """
            update crawl_batch set lease_until = now() - interval '1 second' where crawl_id = ?
            """)
        .param(crawl)
        .update();
    catalog.sql("update crawl set wake_at = now() where id = ?").param(crawl).update();
  }

  private static void staysSo(Callable<Boolean> condition) {
    await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(condition);
  }

  private int batchesRemaining(UUID crawl) {
    return catalog
        .sql("select batches_remaining from crawl where id = ?")
        .param(crawl)
        .query(Integer.class)
        .single();
  }

  private String batchState(UUID crawl) {
    return catalog
        .sql("select state from crawl_batch where crawl_id = ?")
        .param(crawl)
        .query(String.class)
        .single();
  }

  private JsonNode lines(UUID source) {
    for (var hit : index.hits("gazetteer-tables", source)) {
      if (hit.at("/_source/name").asString().equals("lines")) {
        return hit;
      }
    }
    throw new AssertionError("No document of the table");
  }

  private String comment(UUID source) {
    return lines(source).at("/_source/comment").asString();
  }

  private void markLines(UUID source, long version) {
    var hit = lines(source);
    ((ObjectNode) hit.path("_source")).put("comment", MARK);
    assertThat(write(source, hit, version)).isEqualTo(OK);
  }

  /** Returns the status. */
  private int write(UUID source, JsonNode hit, long version) {
    var request = new Request("PUT", "/gazetteer-tables/_doc/" + hit.path("_id").asString());
    request.addParameter("routing", source.toString());
    request.addParameter("version", Long.toString(version));
    request.addParameter("version_type", "external_gte");
    request.setJsonEntity(hit.path("_source").toString());
    try {
      return worker.getBean(Rest5Client.class).performRequest(request).getStatusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
