package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What has got another name is told as renamed, keeps its history, and stands once. */
class RenamesIT extends CrawledDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void tellsTablesAndColumnsOfPostgresByTheirNumbers() {
    var source = register();
    crawl(source);
    execute("alter table sales.lines rename to order_lines");
    execute("alter table sales.order_lines rename line_no to place");
    execute("alter table sales.order_lines add sku text, alter place type bigint");
    var ended = crawl(source);

    assertThat(ended.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(ended.counts().tablesRemoved()).isZero();
    assertThat(changes(source))
        .containsExactly(
            "sales.order_lines table_renamed: "
                + "{\"schema\" : \"sales\", \"table\" : \"lines\"}"
                + " -> {\"schema\" : \"sales\", \"table\" : \"order_lines\"}",
            "sales.order_lines column_renamed place: \"line_no\" -> \"place\"",
            "sales.order_lines column_type_changed place: \"integer\" -> \"bigint\"",
            "sales.order_lines column_added sku");
    assertThat(index.tables(source)).contains("sales.order_lines").doesNotContain("sales.lines");
    assertThat(index.columns(source)).noneMatch(column -> column.startsWith("lines."));
  }

  @Test
  void doesNotHoldARenamedSchema() {
    var source = register();
    crawl(source);
    execute("alter schema sales rename to trade");
    var ended = crawl(source);

    assertThat(ended.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(ended.counts().tablesRemoved()).isZero();
    assertThat(changes(source)).hasSize(4);
    assertThat(changes(source).stream().filter(change -> change.contains("table_renamed")))
        .hasSize(3)
        .allMatch(change -> change.startsWith("trade."));
    assertThat(changes(source))
        .as("what a view is made of is a text")
        .anyMatch(change -> change.startsWith("trade.big_orders view_definition_changed"));
    assertThat(index.tables(source))
        .containsExactlyInAnyOrder(
            "public.no_columns", "trade.orders", "trade.lines", "trade.big_orders");
  }

  @Test
  void tellsAnotherTableOfTheSameColumnsAsAnotherOne() {
    var source = register();
    crawl(source);
    execute("create table sales.lines_new (like sales.lines); drop table sales.lines");
    crawl(source);

    assertThat(changes(source))
        .containsExactly("sales.lines_new table_added", "sales.lines table_removed");
  }

  @Test
  void findsARenameThatWasNotReadable() {
    execute("alter table sales.lines add check (line_no > 0)");
    var source = register();
    crawl(source);
    execute("alter table sales.lines rename to order_lines");
    var crawl = cutOff(source, "sales.order_lines");
    assertThat(crawl).isEqualTo(CrawlState.PARTIAL);
    assertThat(changes(source)).isEmpty();
    assertThat(index.tables(source)).contains("sales.lines");

    execute("alter table sales.order_lines add sku text");
    crawl(source);
    assertThat(changes(source)).hasSize(2).last().isEqualTo("sales.order_lines column_added sku");
    assertThat(index.tables(source)).doesNotContain("sales.lines");
  }

  /** Crawls while somebody holds the table, so that it is listed and not read. */
  private CrawlState cutOff(UUID source, String table) {
    try (var connection = TestServers.postgres().connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      return crawl(source).state();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void losesNothingWhenTheFinishDiesAfterTheOldDocumentsAreGone() {
    var source = register();
    crawl(source);
    execute("alter table sales.lines rename to order_lines");
    execute("alter table sales.order_lines add sku text");
    refuseToEnd(source);
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> !index.tables(source).contains("sales.lines"));
    await().atMost(PATIENCE).until(() -> hasFailedOnce(crawl));
    letEnd();

    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(changes(source)).hasSize(2).last().isEqualTo("sales.order_lines column_added sku");
    assertThat(pending(source)).isZero();
  }

  /** As if the session with the catalog store were lost each time that a crawl ends. */
  private void refuseToEnd(UUID source) {
    catalog
        .sql(
            """
            create or replace function refuse_to_finish() returns trigger language plpgsql as $$
            begin raise exception 'refused'; end $$
            """)
        .update();
    catalog
        .sql(
            """
            create trigger refuse_to_finish before update on crawl for each row
            when (new.state = 'SUCCEEDED' and new.data_source_id = '%s')
            execute function refuse_to_finish()
            """
                .formatted(source))
        .update();
  }

  private void letEnd() {
    catalog.sql("drop trigger refuse_to_finish on crawl").update();
  }

  private boolean hasFailedOnce(UUID crawl) {
    return catalog
        .sql("select retry_at is not null from crawl where id = ?")
        .param(crawl)
        .query(Boolean.class)
        .single();
  }

  @Test
  void tellsTablesAndColumnsOfMariaDbByWhatTheyAre() throws SQLException {
    TestServers.mariaDb().createDatabase(database);
    onMariaDb("create table customer (id int primary key, name varchar(80), born date)");
    onMariaDb("create table visit (c int, at date, foreign key (c) references customer (id))");
    onMariaDb("create table same_a (id int)");
    onMariaDb("create table same_b (id int)");
    var source = registrations.register(DatabaseKind.MARIADB, TestServers.mariaDb(), database);
    crawl(source);
    onMariaDb("rename table visit to call_in");
    onMariaDb("alter table customer change name full_name varchar(80)");
    onMariaDb("rename table same_a to same_c, same_b to same_d");
    crawl(source);

    assertThat(changes(source))
        .hasSize(6)
        .anyMatch(change -> change.startsWith(database + ".call_in table_renamed"))
        .contains(
            database + ".customer column_renamed full_name: \"name\" -> \"full_name\"",
            database + ".same_a table_removed",
            database + ".same_c table_added");
  }

  private void onMariaDb(String sql) throws SQLException {
    try (var connection = TestServers.mariaDb().connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void listsWhatAHeldCrawlWouldRemove() {
    var source = register();
    crawl(source);
    execute("drop schema sales cascade");
    var held = crawl(source);
    assertThat(held.state()).isEqualTo(CrawlState.HELD);
    assertThat(held.error()).isNotNull();
    assertThat(String.valueOf(held.error()))
        .contains("3 of 4", "/api/crawls/" + held.id() + "/removals", "/confirm");
    assertThat(removals(held.id())).containsExactly("sales: big_orders, lines, orders");

    registrations.confirm(held.id());
    end(held.id());
    assertThat(removals(held.id())).isEmpty();
  }

  private List<String> removals(UUID crawl) {
    return catalog
        .sql(
            """
            select schema_name || ': ' || array_to_string(relation_names, ', ')
            from held_removal where crawl_id = ? order by 1
            """)
        .param(crawl)
        .query(String.class)
        .list();
  }

  private long pending(UUID source) {
    return catalog
        .sql("select count(*) from pending_rename where data_source_id = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private List<String> changes(UUID source) {
    return catalog
        .sql(
            """
            select schema_name || '.' || relation_name || ' ' || change
              || case when change like '%_renamed' or change like '%_type_changed'
                 then coalesce(' ' || column_name, '') || ': ' || before || ' -> ' || after
                 else coalesce(' ' || column_name, '') end
            from schema_change where data_source_id = ? order by epoch, id
            """)
        .param(source)
        .query(String.class)
        .list();
  }
}
