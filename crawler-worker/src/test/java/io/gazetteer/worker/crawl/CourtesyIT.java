package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.ServerPlaces;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many connections a server has to bear, whatever is crawled there. */
class CourtesyIT extends CrawledDatabase {
  private static final int MOST = 4;
  private static final int TRIES = 3;

  private final ServerPlaces places = worker.getBean(ServerPlaces.class);

  @Test
  void manyDatabasesOfOneServerShareItsPlaces() throws SQLException {
    execute("alter table sales.orders add check (total > 0)");
    var names = IntStream.range(0, 8).mapToObj(i -> database + "_" + i).toList();
    for (String name : names) {
      copyDatabase(name);
    }

    // Each read waits for its lock, so that all crawls would be there at the same time.
    var locks = new ArrayList<Connection>();
    long most = 0;
    try {
      for (String name : names) {
        locks.add(lock(name));
      }
      var crawls =
          names.stream().map(name -> registrations.crawl(register(name), true).crawlId()).toList();
      while (crawls.stream().anyMatch(crawl -> isLive(state(crawl)))) {
        most = Math.max(most, ourSessions());
      }
      assertThat(crawls).extracting(this::state).containsOnly("PARTIAL");
    } finally {
      for (Connection lock : locks) {
        lock.close();
      }
    }

    assertThat(most).isBetween(2L, (long) MOST);
  }

  private static Connection lock(String name) throws SQLException {
    var connection = TestServers.postgres().connect(name);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("alter table sales.orders add column locked int");
    }
    return connection;
  }

  private static boolean isLive(String state) {
    return List.of("PENDING", "PLANNING", "RUNNING", "FINISHING").contains(state);
  }

  @Test
  void waitsForAServerThatIsFull() {
    var user = "few_" + database.substring(7);
    execute("create role " + user + " login password 'of one test' connection limit 0");
    execute("grant usage on schema sales to " + user);
    var source =
        registrations.register(
            DatabaseKind.POSTGRESQL, TestServers.postgres().port(), database, user, "of one test");
    var crawl = registrations.crawl(source, true).crawlId();

    await().atMost(Duration.ofSeconds(30)).until(() -> waits(crawl) > TRIES);
    assertThat(state(crawl)).isIn("PENDING", "PLANNING");

    execute("alter role " + user + " connection limit 20");
    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);
  }

  @Test
  void aServerGivesATenthOfWhatItAllowsAndOneUntilItIsAsked() throws SourceException {
    var server = "test-" + database + ":1";
    try (var only = places.take(server, null)) {
      assertThat(only).isNotNull();
      assertFull(server, null);
    }
    places.learn(server, 29);
    try (var first = places.take(server, null);
        var second = places.take(server, 16)) {
      assertThat(List.of(first, second)).hasSize(2);
      assertFull(server, 16);
    }
    places.learn(server, 1000);
    var taken = new ArrayList<ServerPlaces.Place>();
    for (int i = 0; i < 6; i++) {
      taken.add(places.take(server, 6));
    }
    assertFull(server, 6);
    taken.removeLast().close();
    taken.removeFirst().close();
    assertFull(server, 4);
    taken.add(places.take(server, 6));
    taken.forEach(ServerPlaces.Place::close);
  }

  @Test
  void aPlaceOfAProcessThatDiedIsFreeAgain() throws SourceException {
    var server = "test-" + database + ":2";
    places.take(server, null);
    assertFull(server, null);

    catalog
        .sql("update source_place set id = gen_random_uuid(), lease_until = now() where server = ?")
        .param(server)
        .update();

    places.take(server, null).close();
  }

  private void copyDatabase(String name) throws SQLException {
    try (var postgres = TestServers.postgres().connect("postgres");
        var statement = postgres.createStatement()) {
      statement.execute("create database " + name + " template " + database);
    }
  }

  private void assertFull(String server, @Nullable Integer most) {
    var full = catchThrowableOfType(SourceException.class, () -> places.take(server, most));
    assertThat(full.code()).isEqualTo("waiting_for_server");
    assertThat(full.isWaiting()).isTrue();
  }

  private String state(UUID crawl) {
    return catalog
        .sql("select state from crawl where id = ?")
        .param(crawl)
        .query(String.class)
        .single();
  }

  private int waits(UUID crawl) {
    return catalog
        .sql("select excused from crawl where id = ?")
        .param(crawl)
        .query(Integer.class)
        .single();
  }

  private long ourSessions() throws SQLException {
    try (var postgres = TestServers.postgres().connect("postgres");
        var query =
            postgres.prepareStatement(
                "select count(*) from pg_stat_activity"
                    + " where datname like ? and application_name like 'gazetteer-crawler%'")) {
      query.setString(1, database + "%");
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
