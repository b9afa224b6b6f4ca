package io.gazetteer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.events.BatchRequested;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.FinishRequested;
import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.servers.Ports;
import io.gazetteer.servers.testing.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkerIT {
  private static final ConfigurableApplicationContext worker = WorkerServers.worker();

  private final Registrations registrations = new Registrations(worker);
  private final IndexedDocuments index = new IndexedDocuments(worker);
  private final JdbcClient catalog = worker.getBean(JdbcClient.class);
  private final String database = "source_" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void createSource() {
    TestServers.postgres().createDatabase(database);
    execute(
        """
        create schema sales;
        create table sales.orders (order_id int primary key, customer_email text, total numeric);
        create table sales.lines (order_id int references sales.orders, line_no int);
        create table public.no_columns ();
        create view sales.big_orders as select * from sales.orders where total > 1000;
        """);
  }

  @Test
  void indexesEveryTableAndColumnOnce() {
    var source = register();
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(crawl.counts()).isEqualTo(new Crawl.Counts(4, 4, 0, 0, 0, 0, 8));
    assertThat(index.tables(source))
        .containsExactly("public.no_columns", "sales.big_orders", "sales.lines", "sales.orders");
    assertThat(index.columns(source))
        .containsExactly(
            "big_orders.customer_email",
            "big_orders.order_id",
            "big_orders.total",
            "lines.line_no",
            "lines.order_id",
            "orders.customer_email",
            "orders.order_id",
            "orders.total");
  }

  @Test
  void cutsALargeDatabaseIntoBatches() {
    execute(
        """
        do $$ begin for i in 1..60 loop
          execute format('create table public.t%s (a int, b int, c int, d int, e int)', i);
        end loop; end $$
        """);
    var source = register();
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(crawl.batchesTotal()).isGreaterThan(7);
    assertThat(crawl.counts().tablesSeen()).isEqualTo(64);
    assertThat(index.tables(source)).hasSize(64);
    assertThat(index.columns(source)).hasSize(308);
  }

  @Test
  void writesNothingWhenNothingChanged() {
    var source = register();
    crawl(source);
    long writes = index.writes();
    var again = crawl(source);

    assertThat(again.counts()).isEqualTo(new Crawl.Counts(4, 0, 4, 0, 0, 0, 8));
    assertThat(index.writes()).isEqualTo(writes);
  }

  @Test
  void writesOnlyTheDocumentsOfAnAlteredTable() {
    var source = register();
    crawl(source);
    long writes = index.writes();
    execute("alter table sales.lines add column sku text, drop column line_no");
    var again = crawl(source);

    assertThat(again.counts().tablesIndexed()).isEqualTo(1);
    assertThat(again.counts().tablesUnchanged()).isEqualTo(3);
    assertThat(index.columns(source)).contains("lines.sku").doesNotContain("lines.line_no");
    // The table, its two columns, and the removed one.
    assertThat(index.writes() - writes).isEqualTo(4);
  }

  @Test
  void removesADroppedTableWithItsColumns() {
    var source = register();
    crawl(source);
    execute("drop table sales.lines");
    var again = crawl(source);

    assertThat(again.counts().tablesRemoved()).isEqualTo(1);
    assertThat(index.tables(source)).doesNotContain("sales.lines").hasSize(3);
    assertThat(index.columns(source)).noneMatch(column -> column.startsWith("lines."));
  }

  @Test
  void holdsACrawlThatWouldRemoveTooMuchUntilSomeoneConfirms() {
    var source = register();
    crawl(source);
    execute("drop schema sales cascade");
    var held = crawl(source);

    assertThat(held.state()).isEqualTo(CrawlState.HELD);
    assertThat(held.counts().tablesRemoved()).isZero();
    assertThat(index.tables(source)).hasSize(4);

    confirm(held);
    var confirmed = end(held.id());
    assertThat(confirmed.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(confirmed.counts().tablesRemoved()).isEqualTo(3);
    assertThat(index.tables(source)).containsExactly("public.no_columns");
  }

  private void confirm(Crawl held) {
    catalog
        .sql(
            """
            update crawl set state = 'FINISHING', finished_at = null, removal_confirmed = true,
                             error_code = null, error_message = null, wake_at = now()
            where id = ?
            """)
        .param(held.id())
        .update();
  }

  @Test
  void removesNothingWhenTheSourceCannotBeReached() {
    var source = register();
    crawl(source);
    catalog
        .sql("update data_source set port = ? where id = ?")
        .params(Ports.free(), source)
        .update();
    var failed = crawl(source);

    assertThat(failed.state()).isEqualTo(CrawlState.FAILED);
    assertThat(failed.error()).isNotNull();
    assertThat(failed.error().code()).isEqualTo("unreachable");
    assertThat(index.tables(source)).hasSize(4);
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
    var crawl = registrations.crawl(source, false);
    var events = worker.getBean(EventPublisher.class);
    for (int i = 0; i < 5; i++) {
      events.publish(new FinishRequested(source, crawl.crawlId(), crawl.epoch()));
      events.publish(new BatchRequested(source, crawl.crawlId(), crawl.epoch(), i));
      events.publish(new CrawlRequested(source, crawl.crawlId(), crawl.epoch()));
      events.publish(new CrawlRequested(source, crawl.crawlId(), crawl.epoch() + 1));
    }
    var ended = end(crawl.crawlId());

    assertThat(ended.counts()).isEqualTo(new Crawl.Counts(4, 4, 0, 0, 0, 0, 8));
    assertThat(index.tables(source)).hasSize(4);
  }

  @Test
  void buildsAWipedIndexAnew() {
    var source = register();
    crawl(source);
    index.call("DELETE", "/gazetteer-tables-v1,gazetteer-columns-v1");
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
  void purgesADeletedDataSource() {
    var source = register();
    crawl(source);
    catalog
        .sql(
            """
            update data_source set deleted_at = now() - interval '2 minutes', secret = null
            where id = ?
            """)
        .param(source)
        .update();
    worker.getBean(EventPublisher.class).publish(new DataSourceDeleted(source));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(index.tables(source)).isEmpty();
              assertThat(index.columns(source)).isEmpty();
              assertThat(
                      catalog
                          .sql("select count(*) from data_source where id = ?")
                          .param(source)
                          .query(Long.class)
                          .single())
                  .isZero();
            });
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

  private UUID register() {
    return registrations.register(DatabaseKind.POSTGRESQL, TestServers.postgres(), database);
  }

  private Crawl crawl(UUID source) {
    return end(registrations.crawl(source, true).crawlId());
  }

  private Crawl end(UUID crawl) {
    var crawls = worker.getBean(Crawls.class);
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> crawls.find(crawl).orElseThrow(), found -> !found.state().isLive());
  }

  private void execute(String sql) {
    try (var connection = TestServers.postgres().connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
