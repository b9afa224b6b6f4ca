package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** MariaDB and MySQL list only what the user may see: a revoked table is missing like a dropped. */
class RevokedTableIT extends CrawledDatabase {
  private static final String PASSWORD = "a-password-for-one-test";
  private static final int TABLES = 8;

  private final String user = "reader_" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void keepsARevokedTableAndRemovesADroppedOne() throws SQLException {
    createTables();
    var server = TestServers.mariaDb();
    var source =
        registrations.register(DatabaseKind.MARIADB, server.port(), database, user, PASSWORD);
    assertThat(crawl(source).counts().tablesIndexed()).isEqualTo(TABLES);

    onMariaDb("revoke select on t1 from " + user + "@'%'", "drop table t2");
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.PARTIAL);
    assertThat(crawl.counts())
        .isEqualTo(new Crawl.Counts(TABLES - 1, 0, TABLES - 2, 0, 1, 1, TABLES - 2));
    assertThat(failures(crawl)).isEqualTo("t1 permission_denied");
    assertThat(index.tables(source)).contains(database + ".t1").doesNotContain(database + ".t2");

    onMariaDb("drop table t1");
    var after = crawl(source);
    assertThat(after.state()).isEqualTo(CrawlState.PARTIAL);
    onMariaDb("grant select on " + database + ".* to " + user + "@'%'");
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.tables(source)).hasSize(TABLES - 2).doesNotContain(database + ".t1");
  }

  @Test
  void holdsACrawlOfAUserWhoLostManyTables() throws SQLException {
    createTables();
    var source =
        registrations.register(
            DatabaseKind.MARIADB, TestServers.mariaDb().port(), database, user, PASSWORD);
    crawl(source);
    for (int i = 0; i < TABLES / 2; i++) {
      onMariaDb("revoke select on t" + i + " from " + user + "@'%'");
    }
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.HELD);
    assertThat(crawl.counts().tablesRemoved()).isZero();
    assertThat(index.tables(source)).hasSize(TABLES);
    assertThat(index.columns(source)).hasSize(TABLES);
  }

  private void createTables() throws SQLException {
    TestServers.mariaDb().createDatabase(database);
    onMariaDb("create user " + user + "@'%' identified by '" + PASSWORD + "'");
    for (int i = 0; i < TABLES; i++) {
      onMariaDb(
          "create table t" + i + " (a int)", "grant select on t" + i + " to " + user + "@'%'");
    }
  }

  private void onMariaDb(String... statements) throws SQLException {
    try (var connection = TestServers.mariaDb().connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String failures(Crawl crawl) {
    return catalog
        .sql("select relation_name || ' ' || code from crawl_failure where crawl_id = ?")
        .param(crawl.id())
        .query(String.class)
        .single();
  }
}
