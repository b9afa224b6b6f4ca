package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.standalone.support.ApiFacts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.JdbcFacts;
import io.gazetteer.standalone.support.Targets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Processes that are told to end, as at every deployment. */
class GracefulShutdownIT {
  /** What the system says of a process that SIGTERM has ended. */
  private static final int ENDED_BY_SIGTERM = 143;

  private static final int TABLES = 400;

  private final Deployment deployment = Deployment.withTwoWorkers();
  private final ApiUser admin = deployment.admin();

  @Test
  void aWorkerFinishesItsBatches() throws SQLException {
    var database = Targets.manyTables("left_in_the_middle", TABLES);
    var crawl = admin.register(database).body().get("crawl").get("id").asString();
    await("a crawl in its middle")
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get("/api/crawls/" + crawl).body().get("batches_done").asInt() > 0);
    var worker = deployment.workers().getFirst().process();

    worker.terminate();

    assertThat(worker.awaitExit()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(worker.log()).doesNotContain("left to other workers", "ERROR");
    var ended = admin.waitForCrawl(crawl);
    assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
    assertThat(ended.get("tables_indexed").asInt()).isEqualTo(TABLES);
    var id = ended.get("data_source_id").asString();
    assertThat(ApiFacts.of(admin.tables(id, database.name()), database))
        .isEqualTo(JdbcFacts.of(database));
  }
}
