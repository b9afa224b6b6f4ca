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

/** What two workers do to each other. */
class TwoWorkersIT {
  private static final int TABLES = 400;

  private final Deployment deployment = Deployment.withTwoWorkers();
  private final ApiUser admin = deployment.admin();

  @Test
  void shareACrawlAndGetItRight() throws SQLException {
    var database = Targets.manyTables("shared_crawl", TABLES);

    var id = admin.registerAndCrawl(database);

    assertThat(ApiFacts.of(admin.tables(id, database.name()), database))
        .hasSize(TABLES)
        .isEqualTo(JdbcFacts.of(database));
    assertThat(deployment.workers()).allSatisfy(worker -> assertThat(batches(worker)).isPositive());
  }

  /** Those that were handed to this worker. */
  private static double batches(Deployment.Worker worker) {
    return worker
        .metrics()
        .lines()
        .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_consumed_total"))
        .filter(line -> line.contains("gazetteer-batch"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void oneTakesOverWhenTheOtherIsKilledInTheMiddle() throws SQLException {
    var database = Targets.manyTables("taken_over_crawl", TABLES);
    var crawl = admin.register(database).body().get("crawl").get("id").asString();
    await("a crawl in its middle")
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get("/api/crawls/" + crawl).body().get("batches_done").asInt() > 0);

    deployment.workers().getFirst().process().kill();

    var ended = admin.waitForCrawl(crawl);
    assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
    var id = ended.get("data_source_id").asString();
    assertThat(ApiFacts.of(admin.tables(id, database.name()), database))
        .isEqualTo(JdbcFacts.of(database));
  }
}
