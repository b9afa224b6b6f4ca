package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A source of which a part cannot be read: the rest is, and what was known of that part stays. */
class PartlyUnreadableIT extends CrawledDatabase {
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);
  private static final int MOST_CONNECTIONS = 2;

  @Test
  void waitsNotLongForALockedTableAndReadsTheOthers() throws SQLException {
    execute("create table sales.locked (a int check (a > 0))");
    var source = register();
    assertThat(crawl(source).counts().tablesIndexed()).isEqualTo(5);
    execute("comment on table sales.lines is 'read beside the lock'");

    UUID crawl;
    var seen = new Sessions();
    try (var lock = TestServers.postgres().connect(database);
        var statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute("alter table sales.locked add column b int");
      crawl = registrations.crawl(source, true).crawlId();
      while (isLive(crawl) && seen.longest.compareTo(LONGEST_STATEMENT) < 0) {
        seen.look();
      }
      lock.rollback();
    }

    var ended = end(crawl);
    assertThat(ended.state()).isEqualTo(CrawlState.PARTIAL);
    assertThat(index.searched("gazetteer-tables", source, "comment").toString())
        .as("what searches see of it by then")
        .contains("read beside the lock");
    assertThat(ended.counts()).isEqualTo(new Crawl.Counts(5, 1, 3, 0, 1, 0, 8));
    assertThat(failures(ended)).containsExactly("locked locked");
    assertThat(index.tables(source)).contains("sales.locked");
    assertThat(index.columns(source)).contains("locked.a");
    assertThat(seen.most).isBetween(1L, (long) MOST_CONNECTIONS);
    assertThat(seen.longest).isPositive().isLessThan(LONGEST_STATEMENT);
  }

  @Test
  void keepsABrokenViewAndOneWhoseDefinerIsGone() throws SQLException {
    var definer = "definer_" + database.substring(7);
    TestServers.mariaDb().createDatabase(database);
    onMariaDb(
        "create table kept (a int)",
        "create table also_kept (a int)",
        "create table gone (a int)",
        "create view broken as select a from gone",
        "create user " + definer + "@'%'",
        "grant select on kept to " + definer + "@'%'",
        "create definer = "
            + definer
            + "@'%' sql security definer view orphan"
            + " as select a from kept");
    var source = registrations.register(DatabaseKind.MARIADB, TestServers.mariaDb(), database);
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);

    onMariaDb("drop table gone", "drop user " + definer + "@'%'");
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.PARTIAL);
    assertThat(failures(crawl)).contains("broken broken_view");
    assertThat(index.tables(source))
        .containsExactlyInAnyOrder(
            database + ".kept",
            database + ".also_kept",
            database + ".broken",
            database + ".orphan");
    assertThat(index.columns(source))
        .containsExactlyInAnyOrder("kept.a", "also_kept.a", "broken.a", "orphan.a");
  }

  @Test
  void keepsASchemaThatIsDeniedSince() {
    var user = "reader_" + database.substring(7);
    execute("create role " + user + " login password 'of one test'");
    execute("grant usage on schema sales to " + user);
    execute("create table public.more (a int); create table public.most (a int)");
    execute("create schema closed; create table closed.t (a int)");
    execute("grant usage on schema closed to " + user);
    var source =
        registrations.register(
            DatabaseKind.POSTGRESQL, TestServers.postgres().port(), database, user, "of one test");
    assertThat(crawl(source).counts().tablesIndexed()).isEqualTo(7);

    execute("revoke usage on schema closed from " + user);
    var crawl = crawl(source);

    // PostgreSQL shows its catalog to everyone who may connect.
    assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(crawl.counts().tablesRemoved()).isZero();
    assertThat(index.tables(source)).contains("closed.t").hasSize(7);
  }

  private void onMariaDb(String... statements) throws SQLException {
    try (var connection = TestServers.mariaDb().connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> failures(Crawl crawl) {
    return catalog
        .sql(
            """
            select relation_name || ' ' || code from crawl_failure
            where crawl_id = ? order by relation_name
            """)
        .param(crawl.id())
        .query(String.class)
        .list();
  }

  private boolean isLive(UUID crawl) {
    return catalog
        .sql("select finished_at is null from crawl where id = ?")
        .param(crawl)
        .query(Boolean.class)
        .single();
  }

  /** What the server says of our sessions. */
  private final class Sessions {
    private Duration longest = Duration.ZERO;
    private long most;

    void look() throws SQLException {
      try (Connection postgres = TestServers.postgres().connect("postgres");
          var query =
              postgres.prepareStatement(
                  """
                  select count(*), (extract(epoch from coalesce(
                      max(clock_timestamp() - query_start) filter (where state = 'active'),
                      interval '0')) * 1000)::bigint
                  from pg_stat_activity
                  where datname = ? and application_name like 'gazetteer%'
                  """)) {
        query.setString(1, database);
        try (var row = query.executeQuery()) {
          row.next();
          most = Math.max(most, row.getLong(1));
          var now = Duration.ofMillis(row.getLong(2));
          longest = longest.compareTo(now) < 0 ? now : longest;
        }
      }
    }
  }
}
