package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of a data source is crawled, how much of it at once, and how it is accounted for. */
class ScopeIT extends CrawledDatabase {

  @Test
  void leavesOutWhatTheFiltersExclude() {
    var source = register();
    filter(source, "{\"exclude_tables\": [\"sales.l*\"], \"include_schemas\": [\"sales\"]}");
    var crawl = crawl(source);

    assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(crawl.counts()).isEqualTo(new Crawl.Counts(4, 2, 0, 2, 0, 0, 6));
    assertThat(index.tables(source)).containsExactly("sales.big_orders", "sales.orders");
    assertThat(schemas(crawl)).containsExactly("public 1=0+0+1+0 -0", "sales 3=2+0+1+0 -0");
  }

  @Test
  void callsWhatANarrowedFilterLeavesOutExcludedAndNotRemoved() {
    var source = register();
    crawl(source);
    filter(source, "{\"exclude_schemas\": [\"sales\"]}");
    var narrowed = crawl(source);

    assertThat(narrowed.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(narrowed.counts()).isEqualTo(new Crawl.Counts(4, 0, 1, 3, 0, 0, 0));
    assertThat(index.tables(source)).containsExactly("public.no_columns");
    assertThat(index.columns(source)).isEmpty();

    filter(source, "{}");
    assertThat(crawl(source).counts()).isEqualTo(new Crawl.Counts(4, 3, 1, 0, 0, 0, 8));
    assertThat(
            catalog
                .sql("select count(*) from schema_change where data_source_id = ?")
                .param(source)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void accountsForEverySchema() {
    var source = register();
    crawl(source);
    execute(
        """
        create schema hr; create table hr.people (person_id int);
        drop table sales.lines; comment on table sales.orders is 'all of them';
        """);
    var crawl = crawl(source);

    assertThat(schemas(crawl))
        .containsExactly("hr 1=1+0+0+0 -0", "public 1=0+1+0+0 -0", "sales 2=1+1+0+0 -1");
  }

  @Test
  void callsACrawlWhoseAccountDoesNotAddUpPartial() {
    var source = register();
    crawl(source);
    execute("drop schema sales cascade");
    var held = crawl(source);
    catalog
        .sql("update crawl_schema set tables_seen = tables_seen + 1 where crawl_id = ?")
        .param(held.id())
        .update();
    registrations.confirm(held.id());
    var ended = end(held.id());

    assertThat(ended.state()).isEqualTo(CrawlState.PARTIAL);
    assertThat(ended.error()).isNotNull();
    assertThat(ended.error().code()).isEqualTo("index_mismatch");
  }

  @Test
  void refreshesRowEstimatesWithoutCallingThemAChange() {
    var source = register();
    crawl(source);
    execute(
        """
        insert into sales.orders select n, 'x', n from generate_series(1, 500) n;
        analyze sales.orders;
        """);
    long writes = index.writes();
    var again = crawl(source);

    assertThat(again.counts()).isEqualTo(new Crawl.Counts(4, 0, 4, 0, 0, 0, 8));
    assertThat(index.writes() - writes).isEqualTo(1);
    assertThat(index.hits("gazetteer-tables", source).valueStream())
        .anyMatch(hit -> hit.at("/_source/row_estimate").asLong(0) == 500);
    crawl(source);
    assertThat(index.writes() - writes).isEqualTo(1);
  }

  @Test
  void writesATableAgainOnlyWhenManyMoreOrFewerForeignKeysPointAtIt() {
    var source = register();
    crawl(source);
    assertThat(referencedBy(source)).containsEntry("orders", 1).containsEntry("lines", 0);

    execute("create table sales.notes (order_id int references sales.orders)");
    long writes = index.writes();
    assertThat(crawl(source).counts()).isEqualTo(new Crawl.Counts(5, 1, 4, 0, 0, 0, 9));
    assertThat(index.writes() - writes).isEqualTo(2);
    assertThat(referencedBy(source)).containsEntry("orders", 1);

    execute("create table sales.refunds (order_id int references sales.orders)");
    writes = index.writes();
    assertThat(crawl(source).counts()).isEqualTo(new Crawl.Counts(6, 1, 5, 0, 0, 0, 10));
    assertThat(index.writes() - writes).isEqualTo(3);
    assertThat(referencedBy(source)).containsEntry("orders", 3);
  }

  private Map<String, Integer> referencedBy(UUID source) {
    return index
        .hits("gazetteer-tables", source)
        .valueStream()
        .collect(
            Collectors.toMap(
                hit -> hit.at("/_source/name").asString(),
                hit -> hit.at("/_source/referenced_by").asInt()));
  }

  @Test
  void indexesAPartitionWithoutTheColumnsItSharesWithItsParent() {
    execute(
        """
        create table sales.events (event_day date, kind text) partition by range (event_day);
        create table sales.events_1 partition of sales.events
          for values from ('2026-01-01') to ('2026-02-01');
        create table sales.events_2 (event_day date, kind text);
        """);
    var source = register();
    crawl(source);
    assertThat(index.tables(source)).contains("sales.events", "sales.events_1", "sales.events_2");
    assertThat(index.columns(source))
        .contains("events.kind", "events_2.kind")
        .doesNotContain("events_1.kind");

    execute(
        """
        alter table sales.events attach partition sales.events_2
          for values from ('2026-02-01') to ('2026-03-01');
        alter table sales.events detach partition sales.events_1;
        """);
    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.columns(source))
        .contains("events.kind", "events_1.kind")
        .doesNotContain("events_2.kind");
  }

  @Test
  void endsACrawlThatTakesTooLong() {
    var source = register();
    var crawl = registrations.crawl(source, false);
    catalog
        .sql(
            """
            update crawl set state = 'RUNNING', started_at = now() - interval '7 hours',
                             batches_total = 1, batches_remaining = 1
            where id = ?
            """)
        .param(crawl.crawlId())
        .update();
    var ended = end(crawl.crawlId());

    assertThat(ended.state()).isEqualTo(CrawlState.FAILED);
    assertThat(ended.error()).isNotNull();
    assertThat(ended.error().code()).isEqualTo("crawl_timeout");
  }

  @Test
  void opensNoMoreConnectionsThanTheDataSourceAllows() throws SQLException {
    execute(
        """
        do $$ begin for i in 1..200 loop
          execute format('create table public.t%s (a int, b int, c int, d int, e int)', i);
        end loop; end $$
        """);
    for (int most : List.of(1, 3)) {
      var source = register();
      catalog
          .sql("update data_source set max_connections = ? where id = ?")
          .params(most, source)
          .update();
      long seen = 0;
      try (var postgres = TestServers.postgres().connect("postgres");
          var query =
              postgres.prepareStatement(
                  "select count(*) from pg_stat_activity where datname = ? and application_name like 'gazetteer%'")) {
        query.setString(1, database);
        var crawl = registrations.crawl(source, true);
        do {
          try (var row = query.executeQuery()) {
            row.next();
            seen = Math.max(seen, row.getLong(1));
          }
        } while (isLive(crawl.crawlId()));
      }
      assertThat(seen).isBetween(1L, (long) most);
      catalog.sql("delete from data_source where id = ?").param(source).update();
    }
  }

  private boolean isLive(UUID crawl) {
    return catalog
        .sql("select finished_at is null from crawl where id = ?")
        .param(crawl)
        .query(Boolean.class)
        .single();
  }

  private void filter(UUID source, String filters) {
    catalog
        .sql("update data_source set filters = ?::jsonb where id = ?")
        .params(filters, source)
        .update();
  }

  /** {@code schema seen=indexed+unchanged+excluded+failed -removed}. */
  private List<String> schemas(Crawl crawl) {
    return catalog
        .sql(
            """
            select format('%s %s=%s+%s+%s+%s -%s', schema_name, tables_seen, tables_indexed,
                          tables_unchanged, tables_excluded, tables_failed, tables_removed)
            from crawl_schema where crawl_id = ? order by schema_name
            """)
        .param(crawl.id())
        .query(String.class)
        .list();
  }
}
