package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.ApiFacts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Folders;
import io.gazetteer.standalone.support.JdbcFacts;
import io.gazetteer.standalone.support.SharedGazetteer;
import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the catalog says of a database, against what plain JDBC metadata says of it. */
class CrawledDatabaseIT {
  private static final ApiUser ADMIN = SharedGazetteer.admin();

  @AfterAll
  static void noPasswordIsSeenAnywhere() {
    assertThat(ADMIN.everythingSeen()).isNotEmpty().doesNotContain(Targets.CANARY);
    assertThat(Folders.filesThatHold(SharedGazetteer.get().data(), Targets.CANARY)).isEmpty();
  }

  @Test
  void postgreSqlIsDescribedAsJdbcDescribesIt() throws SQLException {
    isDescribedAsJdbcDescribesIt(Targets.postgres("awkward_pg"));
  }

  @Test
  void mariaDbIsDescribedAsJdbcDescribesIt() throws SQLException {
    isDescribedAsJdbcDescribesIt(Targets.mariaDb("awkward_maria"));
  }

  @Test
  void mySqlIsDescribedAsJdbcDescribesIt() throws SQLException {
    assumeTrue(TestServers.hasMySql(), "MySQL's binaries need the system library libaio");
    isDescribedAsJdbcDescribesIt(Targets.mySql("awkward_my"));
  }

  private static void isDescribedAsJdbcDescribesIt(TargetDatabase database) throws SQLException {
    var id = ADMIN.registerAndCrawl(database);

    var described = ApiFacts.of(ADMIN.tables(id, database.name()), database);

    var truth = JdbcFacts.of(database);
    assertThat(described.keySet()).isEqualTo(truth.keySet());
    truth.forEach((name, table) -> assertThat(described.get(name)).as(name).isEqualTo(table));
  }

  @Test
  void searchFindsTablesAndColumnsUntilTheDatabaseIsDeleted() {
    var database = Targets.postgres("searched_pg");
    var id = ADMIN.registerAndCrawl(database);

    assertThat(hits("account iban", database)).isPositive();
    assertThat(hits("open account", database)).isPositive();
    assertThat(hits("balance by state", database)).isPositive();
    assertThat(ADMIN.delete("/api/db-credentials/" + id).status()).isEqualTo(204);

    await().untilAsserted(() -> assertThat(hits("account iban", database)).isZero());
    assertThat(ADMIN.get("/api/db-schema/?db_name=" + database.name()).status()).isEqualTo(404);
  }

  @Test
  void anotherCrawlSeesWhatChangedAndWritesNothingElse() throws SQLException {
    var database = Targets.postgres("changing_pg");
    var id = ADMIN.registerAndCrawl(database);
    var server = TestServers.postgres();
    var owner = database.readBy(server.username(), server.password());
    owner.execute(
        """
        alter table billing.account add column gift boolean;
        drop table public.wide;
        create table public.fresh (x integer);
        """);

    var started = ADMIN.post("/api/db-credentials/" + id + "/crawls", null);
    assertThat(started.status()).isEqualTo(202);
    var crawl =
        ADMIN.waitForCrawl(started.location().substring(started.location().lastIndexOf('/') + 1));

    assertThat(crawl.get("state").asString()).isEqualTo("SUCCEEDED");
    assertThat(crawl.get("tables_removed").asInt()).isEqualTo(1);
    assertThat(crawl.get("tables_indexed").asInt()).isEqualTo(2);
    assertThat(ApiFacts.of(ADMIN.tables(id, database.name()), database))
        .isEqualTo(JdbcFacts.of(database));
  }

  private static long hits(String words, TargetDatabase database) {
    long count = 0;
    // Other tests crawl the same tables, which would be folded into one hit.
    for (var hit : ADMIN.search(words + " db:" + database.name())) {
      count += hit.get("database").get("db_name").asString().equals(database.name()) ? 1 : 0;
    }
    return count;
  }
}
