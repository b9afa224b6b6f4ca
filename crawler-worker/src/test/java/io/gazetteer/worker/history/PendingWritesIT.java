package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each change is told once and in order, and each document is right, wherever a writer stops. */
class PendingWritesIT extends CrawledDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private UUID source = UUID.randomUUID();

  @BeforeEach
  void crawlOnce() {
    source = register();
    crawl(source);
  }

  @AfterEach
  void unblock() {
    blockTables(false);
  }

  @Test
  void tellsAChangeOnceThoughTheCrawlThatFoundItWasCancelled() {
    execute("alter table sales.lines add extra int");
    cancelBetweenColumnsAndTables("lines.extra");
    assertThat(changes()).isEmpty();

    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(changes()).containsExactly("lines column_added extra");
  }

  @Test
  void writesColumnsAgainWhenTheSourceSaysWhatItSaidBefore() {
    var before = index.digest(source, true);
    execute("alter table sales.lines rename order_id to zebra");
    execute("comment on column sales.lines.line_no is 'how many'");
    cancelBetweenColumnsAndTables("lines.zebra");
    execute("alter table sales.lines rename zebra to order_id");
    execute("comment on column sales.lines.line_no is null");

    assertThat(crawl(source).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(index.digest(source, true)).isEqualTo(before);
    assertThat(changes()).isEmpty();
    assertThat(unfinished()).isZero();
  }

  @Test
  void losesNoChangeWhenTheWriterCannotSayThatItHasWritten() {
    execute("alter table sales.lines add b int");
    refuseToEndBatches();
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> index.columns(source).contains("lines.b"));
    await().atMost(PATIENCE).until(() -> hasFailedOnce(crawl));
    execute("alter table sales.lines add c int");
    letBatchesEnd();

    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(changes()).containsExactly("lines column_added b", "lines column_added c");
  }

  @Test
  void tellsOfANewRelationOnlyThatItIsNew() {
    execute("create table sales.returns (a int)");
    refuseToEndBatches();
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> index.tables(source).contains("sales.returns"));
    await().atMost(PATIENCE).until(() -> hasFailedOnce(crawl));
    execute("alter table sales.returns add b int");
    letBatchesEnd();

    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);

    assertThat(index.columns(source)).contains("returns.b");
    assertThat(changes()).containsExactly("returns table_added");
  }

  @Test
  void waitsForAnIndexThatTakesNoDocuments() {
    execute("alter table sales.lines add extra int");
    blockTables(true);
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> excused(crawl) > 0);
    blockTables(false);

    var ended = end(crawl);

    assertThat(ended.state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(ended.counts().tablesFailed()).isZero();
    assertThat(changes()).containsExactly("lines column_added extra");
  }

  /** A crawl that comes as far as the columns, one of which is this one. */
  private void cancelBetweenColumnsAndTables(String column) {
    blockTables(true);
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> index.columns(source).contains(column));
    catalog
        .sql("update crawl set state = 'CANCELLED', finished_at = now() where id = ? and live")
        .param(crawl)
        .update();
    await().atMost(PATIENCE).until(PendingWritesIT::nobodyWrites);
    blockTables(false);
    assertThat(unfinished()).isEqualTo(1);
  }

  /** The writer hears of the end of its crawl with its next heartbeat. */
  private static boolean nobodyWrites() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals("index-chunk"));
  }

  private void blockTables(boolean block) {
    index.call(
        "PUT",
        "/gazetteer-tables/_settings",
        "{\"index.blocks.write\": %s}".formatted(block ? "true" : "null"));
  }

  /** As if the session with the catalog store were lost each time that a batch is done. */
  private void refuseToEndBatches() {
    catalog
        .sql(
            """
            create or replace function refuse_to_end() returns trigger language plpgsql as $$
            begin raise exception 'refused'; end $$
            """)
        .update();
    catalog
        .sql(
            """
            create trigger refuse_to_end before update on crawl_batch
            for each row when (new.state = 'DONE') execute function refuse_to_end()
            """)
        .update();
  }

  private void letBatchesEnd() {
    catalog.sql("drop trigger refuse_to_end on crawl_batch").update();
  }

  private boolean hasFailedOnce(UUID crawl) {
    return catalog
            .sql("select count(*) from crawl_batch where crawl_id = ? and retry_at is not null")
            .param(crawl)
            .query(Long.class)
            .single()
        > 0;
  }

  private int excused(UUID crawl) {
    return catalog
        .sql("select coalesce(max(excused), 0) from crawl_batch where crawl_id = ?")
        .param(crawl)
        .query(Integer.class)
        .single();
  }

  private long unfinished() {
    return catalog
        .sql("select count(*) from pending_write where data_source_id = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private List<String> changes() {
    return catalog
        .sql(
            """
            select concat_ws(' ', relation_name, change, column_name)
            from schema_change where data_source_id = ? order by epoch, id
            """)
        .param(source)
        .query(String.class)
        .list();
  }
}
