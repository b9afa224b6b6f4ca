package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.standalone.support.ApiFacts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.ApplicationProcess;
import io.gazetteer.standalone.support.BusyRegistrar;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.JdbcFacts;
import io.gazetteer.standalone.support.SilentServer;
import io.gazetteer.standalone.support.Targets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Processes that are told to end, as at every deployment. */
class GracefulShutdownIT {
  /** What the system says of a process that SIGTERM has ended. */
  private static final int ENDED_BY_SIGTERM = 143;

  private static final int TABLES = 400;
  private static final int REGISTRARS = 2;

  private final Deployment deployment = Deployment.withTwoWorkers();
  private final ApiUser admin = deployment.admin();

  @Test
  void anApiAnswersWhatItWasAskedAndLosesNothing() throws Exception {
    int port = FreePorts.free();
    var leaving = secondApi(port);
    var url = "http://127.0.0.1:" + port;
    try (var source = new SilentServer()) {
      var registrars =
          Stream.generate(() -> new BusyRegistrar(adminAt(url))).limit(REGISTRARS).toList();
      await("registrations")
          .atMost(Duration.ofSeconds(30))
          .until(() -> registrars.stream().allMatch(r -> r.answered() > 2));
      var test =
          CompletableFuture.supplyAsync(
              () -> tryOut(url, source.port()), task -> Thread.ofPlatform().daemon().start(task));
      source.awaitConnection();

      leaving.terminate();
      await("a port that is closed")
          .atMost(Duration.ofSeconds(20))
          .until(() -> registrars.stream().allMatch(BusyRegistrar::isTurnedAway));
      assertThat(test).as("the request that is under way").isNotDone();
      source.hangUp();

      assertThat(test.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(leaving.awaitExit()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(leaving.log()).doesNotContain("ERROR");
      assertNothingIsLost(registrars);
    } finally {
      leaving.kill();
    }
  }

  private ApplicationProcess secondApi(int port) {
    var process =
        deployment.start(
            "catalog-api",
            Map.of(
                "GAZETTEER_PORT",
                Integer.toString(port),
                "GAZETTEER_MANAGEMENT_PORT",
                Integer.toString(FreePorts.free())));
    var anyone = new ApiUser("http://127.0.0.1:" + port);
    await("the second API")
        .atMost(Duration.ofMinutes(2))
        .until(() -> anyone.get("/api/health").status() == 200);
    return process;
  }

  private static ApiUser adminAt(String url) {
    var user = new ApiUser(url);
    user.logIn("admin", Deployment.PASSWORD);
    return user;
  }

  /** Takes as long as the source is silent. */
  private static int tryOut(String url, int sourcePort) {
    return adminAt(url)
        .post("/api/db-credentials/test", BusyRegistrar.body(sourcePort, "silent"))
        .status();
  }

  /** Whoever got no answer asks the other process, with the same key: there is one of each. */
  private void assertNothingIsLost(List<BusyRegistrar> registrars) {
    var other = deployment.admin();
    for (var registrar : registrars) {
      registrar.repeatUnanswered(other);
      assertThat(registrar.otherAnswers()).as("answers that are no 201").isEmpty();
      assertThat(registrar.registered()).isNotEmpty();
      for (var crawl : registrar.registered()) {
        assertThat(other.waitForCrawl(crawl).path("state").asString()).isEqualTo("FAILED");
      }
    }
  }

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
