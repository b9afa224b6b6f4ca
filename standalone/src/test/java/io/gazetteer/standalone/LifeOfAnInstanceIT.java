package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Folders;
import io.gazetteer.standalone.support.LaunchedGazetteer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One data folder from its first start to its last stop, samples included. */
class LifeOfAnInstanceIT {
  /** What a rebuilt index makes due starts soon. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("GAZETTEER_SCHEDULE_POLL_INTERVAL", "1s");

  private final Path data = Folders.make("gazetteer-life");
  private final int port = FreePorts.free();
  private final List<LaunchedGazetteer> launched = new ArrayList<>();

  @AfterEach
  void end() {
    launched.forEach(LaunchedGazetteer::close);
    Folders.delete(data);
  }

  @Test
  void keepsDataAndPasswordThroughAStopAKillAndTheDeathOfItsProcesses() throws Exception {
    var first = start();
    var password = first.shownPassword().orElseThrow();
    assertThat(crawlsOfTheSamples(first, password)).hasSize(2);
    createAdmin("second", "another-long-password");
    assertThat(run("", "reindex")).startsWith("0 ").contains("The index is new");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(crawlsOfTheSamples(first, password)).hasSize(4));
    var crawls = crawlsOfTheSamples(first, password);
    stopLeavesNothing(first);
    assertThat(run("", "reindex"))
        .startsWith("1 gazetteer: Gazetteer does not run")
        .hasLineCount(1);
    assertThat(Folders.filesThatHold(data, password)).isEmpty();

    var second = start();
    assertThat(second.shownPassword()).isEmpty();
    assertThat(crawlsOfTheSamples(second, password)).isEqualTo(crawls);
    assertThat(new ApiUser(second.url()).logIn("second", "another-long-password").status())
        .isEqualTo(200);
    var family = second.family();
    second.kill();
    assertThat(family).anyMatch(ProcessHandle::isAlive);

    var third = start();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    assertThat(crawlsOfTheSamples(third, password)).isEqualTo(crawls);
    comesBackWhenProcessesDie(third);
    assertThat(crawlsOfTheSamples(third, password)).isEqualTo(crawls);
    isBackedUpByThreeCommands(password, crawls);
  }

  /** The three of {@code docs/operations.md}. */
  private void isBackedUpByThreeCommands(String password, Map<String, String> crawls)
      throws Exception {
    var backup = data.resolveSibling(data.getFileName() + "-backup");
    assertThat(run("", "stop")).isEqualTo("0 Stopped\n");
    assertThat(new ProcessBuilder("cp", "-a", data.toString(), backup.toString()).start().waitFor())
        .isZero();
    assertThat(run("", "stop")).startsWith("1 gazetteer: Gazetteer does not run with");
    try {
      var copy = LaunchedGazetteer.start(backup, port, ENVIRONMENT);
      launched.add(copy);
      copy.awaitBanner();
      assertThat(crawlsOfTheSamples(copy, password)).isEqualTo(crawls);
      assertThat(new ApiUser(copy.url()).logIn("second", "another-long-password").status())
          .isEqualTo(200);
      stopLeavesNothing(copy);
    } finally {
      Folders.delete(backup);
    }
  }

  private static void comesBackWhenProcessesDie(LaunchedGazetteer gazetteer) throws IOException {
    for (var program : List.of("catalog-api", "crawler-worker", "Elasticsearch")) {
      assertThat(gazetteer.kill(program)).as(program).isTrue();
    }
    var user = new ApiUser(gazetteer.url());
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                gazetteer.terminal().contains("Elasticsearch ended")
                    && user.get("/api/health").status() == 200);
  }

  /** Id and state of each sample's crawls, once the first has succeeded. */
  private static Map<String, String> crawlsOfTheSamples(
      LaunchedGazetteer gazetteer, String password) {
    var user = new ApiUser(gazetteer.url());
    assertThat(user.logIn("admin", password).status()).isEqualTo(200);
    var crawls = new TreeMap<String, String>();
    for (var name : List.of("bookshop", "logistics")) {
      await("the first crawl of " + name + "\n" + gazetteer.terminal())
          .atMost(Duration.ofSeconds(90))
          .until(() -> user.get("/api/db-schema/?db_name=" + name).status() == 200);
      var id = user.get("/api/db-schema/?db_name=" + name).body().get("id").asString();
      for (var crawl : user.get("/api/db-credentials/" + id + "/crawls").body().findParents("id")) {
        crawls.put(crawl.get("id").asString(), crawl.get("state").asString());
      }
    }
    assertThat(crawls.values()).containsOnly("SUCCEEDED");
    return crawls;
  }

  private void createAdmin(String name, String password) throws Exception {
    assertThat(run(password + "\n", "create-admin", name)).startsWith("0 ");
  }

  /** Exit code and output of a command. */
  private String run(String input, String... words) throws Exception {
    var command = new ArrayList<>(List.of(LaunchedGazetteer.script().toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GAZETTEER_DATA", data.toString());
    var process = builder.start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }

  private void stopLeavesNothing(LaunchedGazetteer gazetteer) {
    var family = gazetteer.family();
    assertThat(family).hasSizeGreaterThan(4);
    var begin = System.nanoTime();
    gazetteer.terminate();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  private LaunchedGazetteer start() throws IOException {
    var gazetteer = LaunchedGazetteer.start(data, port, ENVIRONMENT);
    launched.add(gazetteer);
    return gazetteer.awaitBanner();
  }
}
