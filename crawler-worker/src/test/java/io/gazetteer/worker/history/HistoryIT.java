package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import io.gazetteer.worker.testing.fixtures.SchemaChanges;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept and published of what changed. */
class HistoryIT extends CrawledDatabase {

  @Test
  void takesTheFirstCrawlAsTheBaseline() {
    var source = register();
    crawl(source);

    assertThat(changes(source)).isEmpty();
  }

  @Test
  void tellsEachKindOfChangeWithBeforeAndAfter() {
    execute("create schema quiet; create table quiet.a (); create table quiet.b ()");
    execute("create table quiet.c (); create table quiet.d ()");
    var source = register();
    crawl(source);
    execute(
        """
        alter table sales.lines add column sku varchar(20) not null default 'none',
          alter column line_no type bigint, alter column line_no set not null;
        comment on column sales.lines.order_id is 'whose line';
        create index lines_by_sku on sales.lines (sku);
        alter table sales.orders drop column total cascade;
        create table sales.returns (return_id int);
        drop table public.no_columns;
        """);
    crawl(source);

    assertThat(changes(source))
        .containsExactlyInAnyOrder(
            "sales.lines column_added sku: null -> character varying(20)",
            "sales.lines column_type_changed line_no: \"integer\" -> \"bigint\"",
            "sales.lines column_nullability_changed line_no: true -> false",
            "sales.lines column_comment_changed order_id: null -> \"whose line\"",
            "sales.lines index_added null: null -> lines_by_sku",
            "sales.orders column_removed total: numeric -> null",
            "sales.big_orders table_removed null: null -> null",
            "sales.returns table_added null: null -> null",
            "public.no_columns table_removed null: null -> null");
  }

  @Test
  void keepsNothingTwiceAndNothingOfAnUnchangedDatabase() {
    var source = register();
    crawl(source);
    execute("create table sales.returns (return_id int)");
    crawl(source);
    crawl(source);
    catalog.sql("update crawl set wake_at = now() where data_source_id = ?").param(source).update();

    assertThat(changes(source)).containsExactly("sales.returns table_added null: null -> null");
  }

  @Test
  void isNotMistakenByAWipedIndex() {
    var source = register();
    crawl(source);
    index.delete(source);
    execute("create table sales.returns (return_id int)");
    crawl(source);

    assertThat(changes(source)).containsExactly("sales.returns table_added null: null -> null");
  }

  @Test
  void doesNotCallARemovalThatIsHeldAChangeBeforeItIsConfirmed() {
    var source = register();
    crawl(source);
    execute("drop schema sales cascade");
    var held = crawl(source);
    assertThat(held.state()).isEqualTo(CrawlState.HELD);
    assertThat(changes(source)).isEmpty();

    registrations.confirm(held.id());
    end(held.id());
    assertThat(changes(source)).hasSize(3).allMatch(change -> change.contains("table_removed"));
  }

  @Test
  void publishesEachChange() {
    var source = register();
    crawl(source);
    execute("create table sales.returns (return_id int)");
    crawl(source);

    await().atMost(Duration.ofSeconds(20)).until(() -> unpublished(source) == 0);
    assertThat(SchemaChanges.read(source))
        .hasSize(1)
        .allSatisfy(
            change -> {
              assertThat(change.path("change").asString()).isEqualTo("table_added");
              assertThat(change.path("schema").asString()).isEqualTo("sales");
              assertThat(change.path("table").asString()).isEqualTo("returns");
              assertThat(change.path("before").isNull()).isTrue();
            });
  }

  private long unpublished(UUID source) {
    return catalog
        .sql("select count(*) from schema_change where data_source_id = ? and not published")
        .param(source)
        .query(Long.class)
        .single();
  }

  private List<String> changes(UUID source) {
    return catalog
        .sql(
            """
            select schema_name || '.' || relation_name || ' ' || change || ' '
              || coalesce(column_name, 'null') || ': '
              || coalesce(case when json_typeof(before) = 'object' then coalesce(before ->> 'data_type', before ->> 'name') else before::text end, 'null') || ' -> '
              || coalesce(case when json_typeof(after) = 'object' then coalesce(after ->> 'data_type', after ->> 'name') else after::text end, 'null')
            from schema_change where data_source_id = ? order by epoch, id
            """)
        .param(source)
        .query(String.class)
        .list();
  }
}
