package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a crawl writes, and what it removes. */
class ChangeIT extends CrawledDatabase {
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
    execute("comment on table public.no_columns is 'seen while held'");
    var held = crawl(source);

    assertThat(held.state()).isEqualTo(CrawlState.HELD);
    assertThat(index.searched("gazetteer-tables", source, "comment").toString())
        .as("what searches see of it by then")
        .contains("seen while held");
    assertThat(held.counts().tablesRemoved()).isZero();
    assertThat(index.tables(source)).hasSize(4);

    registrations.confirm(held.id());
    var confirmed = end(held.id());
    assertThat(confirmed.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(confirmed.counts().tablesRemoved()).isEqualTo(3);
    assertThat(index.tables(source)).containsExactly("public.no_columns");
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
}
