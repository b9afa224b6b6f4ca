package io.gazetteer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A worker, and an index that becomes another one in each test. */
abstract class ChangingIndex extends CrawledDatabase {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final SearchIndexes indexes = worker.getBean(SearchIndexes.class);

  /** Whatever else was tested: nothing is left over but what is in use. */
  @AfterEach
  void leavesOnlyWhatIsInUse() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(indexes.all())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.inUse()).isTrue()));
    assertThat(index.names()).hasSize(2);
  }

  void neverScheduled(UUID source) {
    catalog.sql("update data_source set next_crawl_at = null where id = ?").param(source).update();
  }

  boolean isScheduled(UUID source) {
    return catalog
        .sql("select coalesce(next_crawl_at <= now(), false) from data_source where id = ?")
        .param(source)
        .query(Boolean.class)
        .single();
  }
}
