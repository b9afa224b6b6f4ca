package io.gazetteer.worker.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.index.SearchIndex.State;
import io.gazetteer.worker.testing.fixtures.ChangingIndex;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * An index that cannot be used comes back with all that was in it, and nobody takes it for empty.
 */
class ClosedIndexIT extends ChangingIndex {
  @BeforeEach
  void nothingWasOpenedLately() {
    catalog.sql("update known_index set opened_at = null").update();
  }

  @AfterEach
  void open() {
    index.call("POST", "/gazetteer-tables,gazetteer-columns/_open");
    index.call(
        "PUT",
        "/gazetteer-tables,gazetteer-columns/_settings",
        "{\"index.blocks.read_only_allow_delete\": null, \"index.blocks.write\": null}");
  }

  @Test
  void isOpenedAgainWithWhatIsInIt() {
    var source = register();
    crawl(source);
    neverScheduled(source);
    var names = index.names();

    index.call("POST", "/" + String.join(",", names) + "/_close");

    await().atMost(PATIENCE).until(() -> indexes.state().filter(State.OPEN::equals).isPresent());
    await().atMost(PATIENCE).ignoreExceptions().until(() -> index.columns(source).size() == 8);
    assertThat(index.names()).isEqualTo(names);
    assertThat(isScheduled(source)).as("taken for wiped").isFalse();
  }

  @Test
  void staysClosedWhenSomebodyClosesItAgain() {
    catalog.sql("update known_index set opened_at = now()").update();
    index.call("POST", "/gazetteer-tables/_close");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> indexes.state().filter(State.CLOSED::equals).isPresent());
    assertThat(health().getCode()).isEqualTo("DOWN");
  }

  @Test
  void letsACrawlWaitForAnIndexThatCannotBeWritten() {
    var source = register();
    index.call(
        "PUT", "/gazetteer-tables,gazetteer-columns/_settings", "{\"index.blocks.write\": true}");
    assertThat(indexes.state()).hasValue(State.READ_ONLY);
    assertThat(health().getCode()).isEqualTo("DOWN");
    index.call(
        "PUT", "/gazetteer-tables,gazetteer-columns/_settings", "{\"index.blocks.write\": null}");
    crawl(source);
    assertThat(index.columns(source)).hasSize(8);
    assertThat(health().getCode()).isEqualTo("UP");
  }

  private Status health() {
    var all = worker.getBean(HealthContributorRegistry.class);
    var indicator = (HealthIndicator) requireNonNull(all.getContributor("index"));
    return requireNonNull(indicator.health()).getStatus();
  }
}
