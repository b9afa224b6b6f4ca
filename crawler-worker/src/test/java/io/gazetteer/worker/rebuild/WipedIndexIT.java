package io.gazetteer.worker.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.worker.testing.fixtures.ChangingIndex;
import org.junit.jupiter.api.Test;

/** An index that is gone is noticed, and what was in it comes back. */
class WipedIndexIT extends ChangingIndex {
  @Test
  void hasEverythingCrawledWhenTheIndexWasWiped() {
    var source = register();
    crawl(source);
    neverScheduled(source);

    index.call("DELETE", "/" + String.join(",", index.names()));

    await().atMost(PATIENCE).until(() -> isScheduled(source));
    crawl(source);
    assertThat(index.columns(source)).hasSize(8);
  }

  @Test
  void buildsWipedColumnsFromTheTables() {
    var source = register();
    crawl(source);
    neverScheduled(source);
    var columns = index.names().stream().filter(name -> name.contains("-columns-")).toList();

    index.call("DELETE", "/" + String.join(",", columns));

    await().atMost(PATIENCE).until(() -> isScheduled(source));
    assertThat(index.columns(source)).hasSize(8);
  }
}
