package io.gazetteer.worker.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.testing.fixtures.ChangingIndex;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A catalog store that was restored from a backup is noticed, and the index becomes right. */
class RestoredCatalogIT extends ChangingIndex {
  private final RestoredCatalog restored = worker.getBean(RestoredCatalog.class);

  @Test
  void isNoticedAndLetsAFinishThatWaitsComeToItsEnd() {
    var source = register();
    crawl(source);
    execute("create table sales.returns (a int); create table sales.refunds (a int)");
    crawl(source);
    execute("alter table sales.returns add b int; alter table sales.refunds add b int");
    crawl(source);
    restore(source);
    execute("drop table sales.returns");
    var crawl = registrations.crawl(source, true).crawlId();
    await().atMost(PATIENCE).until(() -> isTriedAgain(crawl));

    restored.look();

    assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);
    assertThat(index.tables(source)).doesNotContain("sales.returns").contains("sales.refunds");
    await().atMost(PATIENCE).until(() -> isScheduled(source));
  }

  @Test
  void leavesDocumentsAloneThatMayBeOfAnotherGazetteer() {
    var source = register();
    crawl(source);
    catalog.sql("delete from crawl where data_source_id = ?").param(source).update();
    catalog.sql("delete from data_source where id = ?").param(source).update();

    restored.look();

    assertThat(index.tables(source)).isNotEmpty();
  }

  /** As if the catalog store were of the time after the first crawl. */
  private void restore(UUID source) {
    catalog.sql("delete from crawl where data_source_id = ? and epoch > 1").param(source).update();
    catalog.sql("update data_source set epoch = 1 where id = ?").param(source).update();
  }

  private boolean isTriedAgain(UUID crawl) {
    return catalog
        .sql("select state = 'FINISHING' and retry_at is not null from crawl where id = ?")
        .param(crawl)
        .query(Boolean.class)
        .single();
  }
}
