package io.gazetteer.worker;

import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker, and a database of its own for each test. */
abstract class CrawledDatabase {
  static final ConfigurableApplicationContext worker = WorkerServers.worker();

  final Registrations registrations = new Registrations(worker);
  final IndexedDocuments index = new IndexedDocuments(worker);
  final JdbcClient catalog = worker.getBean(JdbcClient.class);
  final String database = "source_" + UUID.randomUUID().toString().substring(0, 8);

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

  UUID register() {
    return register(database);
  }

  UUID register(String database) {
    return registrations.register(DatabaseKind.POSTGRESQL, TestServers.postgres(), database);
  }

  Crawl crawl(UUID source) {
    return end(registrations.crawl(source, true).crawlId());
  }

  Crawl end(UUID crawl) {
    var crawls = worker.getBean(Crawls.class);
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> crawls.find(crawl).orElseThrow(), found -> !found.state().isLive());
  }

  void execute(String sql) {
    try (var connection = TestServers.postgres().connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
