package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A database behind two names is indexed once, and the younger registration is told of the other.
 */
class SameDatabaseIT extends CrawledDatabase {

  @Test
  void isNoticedByWhatPostgresSaysToAnyUser() {
    var user = "plain_" + database.substring(7);
    execute("create role " + user + " login password 'of one test'");
    execute("grant usage on schema sales to " + user);
    int port = TestServers.postgres().port();
    var first =
        registrations.register(DatabaseKind.POSTGRESQL, port, database, user, "of one test");
    assertThat(crawl(first).state()).isEqualTo(CrawlState.SUCCEEDED);
    moveToLocalhost(first);

    var second =
        registrations.register(DatabaseKind.POSTGRESQL, port, database, user, "of one test");

    assertRefused(second, first);
    assertThat(crawl(first).state()).isEqualTo(CrawlState.SUCCEEDED);
  }

  @Test
  void isNoticedByWhatMariaDbSays() throws SQLException {
    var server = TestServers.mariaDb();
    var first = onMariaDb(server);
    moveToLocalhost(first);

    var second = registrations.register(DatabaseKind.MARIADB, server, database);

    assertRefused(second, first);
  }

  private UUID onMariaDb(DatabaseServer server) throws SQLException {
    server.createDatabase(database);
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute("create table t (a int)");
    }
    var source = registrations.register(DatabaseKind.MARIADB, server, database);
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);
    return source;
  }

  private void moveToLocalhost(UUID source) {
    catalog
        .sql("update data_source set hostname = 'localhost' where id = ?")
        .param(source)
        .update();
  }

  private void assertRefused(UUID twin, UUID other) {
    var crawl = crawl(twin);
    assertThat(crawl.state()).isEqualTo(CrawlState.FAILED);
    assertThat(
            catalog
                .sql("select error_code || ' ' || error_message from crawl where id = ?")
                .param(crawl.id())
                .query(String.class)
                .single())
        .startsWith("same_database ")
        .contains(other.toString());
    assertThat(index.tables(twin)).isEmpty();
  }
}
