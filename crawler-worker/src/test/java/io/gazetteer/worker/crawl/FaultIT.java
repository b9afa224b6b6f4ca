package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.Event;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may go wrong, and what a crawl makes of it. */
class FaultIT extends CrawledDatabase {
  @Test
  void removesNothingWhenTheSourceCannotBeReached() {
    var source = register();
    crawl(source);
    catalog
        .sql("update data_source set port = ? where id = ?")
        .params(FreePorts.free(), source)
        .update();
    var failed = crawl(source);

    assertThat(failed.state()).isEqualTo(CrawlState.FAILED);
    assertThat(failed.error()).isNotNull();
    assertThat(failed.error().code()).isEqualTo("unreachable");
    assertThat(index.tables(source)).hasSize(4);
  }

  @Test
  void keepsAwayFromGazetteersOwnServers() {
    var source = register();
    catalog
        .sql("update data_source set hostname = 'localhost', port = ? where id = ?")
        .params(TestServers.catalog().port(), source)
        .update();
    var failed = crawl(source);

    assertThat(failed.state()).isEqualTo(CrawlState.FAILED);
    assertThat(failed.error()).isNotNull();
    assertThat(failed.error().code()).isEqualTo("target_not_allowed");
  }

  @Test
  void saysThatAPasswordCannotBeDecrypted() {
    var source = register();
    catalog.sql("update data_source set secret = 'x' where id = ?").param(source).update();
    var failed = crawl(source);

    assertThat(failed.state()).isEqualTo(CrawlState.FAILED);
    assertThat(failed.error()).isNotNull();
    assertThat(failed.error().code()).isEqualTo("secret_unreadable");
  }

  @Test
  void finishesACrawlWhoseEventWasLost() {
    var source = register();
    var crawl = registrations.crawl(source, false);
    catalog.sql("update crawl set wake_at = now() where id = ?").param(crawl.crawlId()).update();

    assertThat(end(crawl.crawlId()).state()).isEqualTo(CrawlState.SUCCEEDED);
  }

  @Test
  void isRightWhenEveryEventArrivesSeveralTimesAndOutOfOrder() {
    var source = register();
    crawl(source);
    var digest = index.digest(source, true);
    index.delete(source);
    for (int seed = 0; seed < 5; seed++) {
      var crawl = registrations.crawl(source, false);
      worker.getBean(EventPublisher.class).publishAll(shuffled(crawl, new Random(seed)));
      var ended = end(crawl.crawlId());

      assertThat(ended.state()).as("seed %d", seed).isEqualTo(CrawlState.SUCCEEDED);
      assertThat(ended.counts().tablesSeen()).isEqualTo(4);
      assertThat(index.digest(source, true)).as("seed %d", seed).isEqualTo(digest);
    }
  }

  /** Each of its events one to five times, among them some of other crawls. */
  private static List<Event> shuffled(CrawlRef crawl, Random random) {
    var events = new ArrayList<Event>();
    var source = crawl.dataSourceId();
    for (int i = 0; i < 5; i++) {
      events.addAll(
          Collections.nCopies(
              1 + random.nextInt(5),
              new BatchRequested(source, crawl.crawlId(), crawl.epoch(), i)));
    }
    for (long epoch = crawl.epoch() - 1; epoch <= crawl.epoch() + 1; epoch++) {
      int times = 1 + random.nextInt(5);
      events.addAll(
          Collections.nCopies(times, new FinishRequested(source, crawl.crawlId(), epoch)));
      events.addAll(Collections.nCopies(times, new CrawlRequested(source, crawl.crawlId(), epoch)));
    }
    Collections.shuffle(events, random);
    return events;
  }

  @Test
  void buildsAWipedIndexAnew() {
    var source = register();
    crawl(source);
    index.call("DELETE", "/" + String.join(",", index.names()));
    var again = crawl(source);

    assertThat(again.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.tables(source)).hasSize(4);
    assertThat(index.columns(source)).hasSize(8);
  }

  @Test
  void noticesMissingColumnsAndAddsThemWithTheNextCrawl() {
    var source = register();
    crawl(source);
    var lost = index.hits("gazetteer-columns", source).get(0).path("_id").asString();
    index.call("DELETE", "/gazetteer-columns/_doc/" + lost + "?routing=" + source);

    assertThat(crawl(source).state()).isEqualTo(CrawlState.PARTIAL);
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.columns(source)).hasSize(8);
  }

  @Test
  void endsACancelledCrawlOfALockedDatabaseWithinFiveSeconds() throws SQLException {
    var source = register();
    try (var lock = TestServers.postgres().connect(database);
        var statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute("lock table pg_catalog.pg_constraint in access exclusive mode");
      var crawl = registrations.crawl(source, true);
      await().until(() -> sessions() > 0);
      catalog
          .sql(
              "update crawl set state = 'CANCELLED', finished_at = now(), lease_until = null where id = ?")
          .param(crawl.crawlId())
          .update();
      await().atMost(Duration.ofSeconds(5)).until(() -> sessions() == 0);
    }
    assertThat(index.tables(source)).isEmpty();
  }

  /** Sessions of ours on the source, as the server counts them. */
  private long sessions() throws SQLException {
    try (var connection = TestServers.postgres().connect("postgres");
        var query =
            connection.prepareStatement(
                """
                select count(*) from pg_stat_activity
                where datname = ? and application_name like 'gazetteer%'
                """)) {
      query.setString(1, database);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
