package io.gazetteer.cli.command;

import com.sun.management.OperatingSystemMXBean;
import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import io.gazetteer.cli.Terminal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/**
 * Looks at all that usually goes wrong, and says what to do. In a container, where the launcher is
 * not, it leaves out what only matters when everything runs on one machine, and who is logged in.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at what goes wrong: JDK, memory, disk, ports, stores, worker, clock, keys.")
public final class DoctorCommand implements Callable<Integer> {
  private static final String HOME = "gazetteer.home";
  private static final long GIB = 1L << 30;
  private static final Duration SKEW = Duration.ofSeconds(30);

  @Mixin private Context context = new Context();

  private boolean isWell = true;

  @Override
  public Integer call() {
    boolean isOneMachine = !System.getProperty(HOME, "").isEmpty();
    jdk();
    if (isOneMachine) {
      memory();
      disk();
    }
    keyset();
    network();
    var health = health();
    if (health != null) {
      clock(health);
      parts(health);
      if (isOneMachine) {
        token();
      }
    }
    context.terminal().out().flush();
    return isWell ? 0 : Failure.FAILED;
  }

  private void jdk() {
    int version = Runtime.version().feature();
    say(
        version >= 25,
        "JDK " + Runtime.version(),
        "Install a JDK 25 or newer, and set JAVA_HOME to it.");
  }

  private void memory() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    say(
        machine.getTotalMemorySize() >= 4 * GIB,
        "memory: %.1f GiB".formatted((double) machine.getTotalMemorySize() / GIB),
        "Everything on one machine wants 4 GiB; point it at servers of your own, see docs/operations.md.");
  }

  private void disk() {
    var folder = data();
    try {
      var existing = folder;
      while (existing.getParent() != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      say(
          free >= 2 * GIB && Files.isWritable(existing),
          "disk: %.1f GiB free for %s".formatted((double) free / GIB, folder),
          "Free some space, or choose another folder with GAZETTEER_DATA.");
    } catch (IOException e) {
      say(false, "disk: " + folder, "The folder cannot be read: choose one with GAZETTEER_DATA.");
    }
  }

  private Path data() {
    var given = context.environment().getOrDefault("GAZETTEER_DATA", "");
    return given.isEmpty()
        ? Path.of(System.getProperty(HOME, ""), "data").toAbsolutePath()
        : Path.of(given).toAbsolutePath();
  }

  private void keyset() {
    var given = context.environment().getOrDefault("GAZETTEER_KEYSET_FILE", "");
    var file = given.isEmpty() ? data().resolve("secrets").resolve("keyset.json") : Path.of(given);
    if (!Files.exists(file)) {
      say(
          true,
          "keys: none at " + file + " (the first start makes them; another machine may have them)",
          "");
      return;
    }
    try {
      var others = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
      say(
          Files.getPosixFilePermissions(file).stream().noneMatch(others::contains),
          "keys: " + file,
          "Others can read the keys: chmod 600 " + file);
    } catch (IOException e) {
      say(false, "keys: " + file, "The file cannot be read by you.");
    }
  }

  private void network() {
    var loopback = context.environment().getOrDefault("GAZETTEER_NETWORK_LOOPBACK", "true");
    say(
        true,
        "network policy: databases on this machine "
            + (loopback.equals("true") ? "may" : "may not")
            + " be registered",
        "");
  }

  private @Nullable HttpResponse<String> health() {
    var api = new Api(context.server(), Optional.empty());
    try {
      var answer =
          api.send(
              HttpRequest.newBuilder(URI.create(context.server() + "/api/health")).build(),
              BodyHandlers.ofString());
      say(true, "API at " + context.server(), "");
      return answer;
    } catch (Failure e) {
      say(
          false,
          "API at " + context.server(),
          "Nothing answers: ./gazetteer start, or --server URL. If it does not start, another"
              + " program may have the port: choose one with GAZETTEER_PORT.");
      return null;
    }
  }

  private void clock(HttpResponse<String> health) {
    var date = health.headers().firstValue("Date");
    date.ifPresent(
        text -> {
          var theirs = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
          var skew = Duration.between(theirs, Instant.now()).abs();
          say(
              skew.compareTo(SKEW) < 0,
              "clock: " + skew.toSeconds() + " s apart",
              "Let both machines keep time by NTP: tokens and schedules go by it.");
        });
  }

  private void parts(HttpResponse<String> health) {
    JsonNode parts = Api.JSON.readTree(health.body());
    for (var part : parts.properties()) {
      var state = part.getValue().asString("");
      boolean well = Set.of("UP", "OPEN", "READ_ONLY").contains(state);
      if (!part.getKey().equals("status")) {
        say(well, part.getKey() + ": " + state, advice(part.getKey()));
      }
    }
  }

  private static String advice(String part) {
    return switch (part) {
      case "postgresql" ->
          "The catalog store does not answer: look at its log, and at GAZETTEER_POSTGRES_URL.";
      case "kafka" ->
          "Kafka does not answer: crawls wait until it does. Look at GAZETTEER_KAFKA_BOOTSTRAP_SERVERS.";
      case "worker" -> "No worker is there: nothing is crawled. Start one, or look at its log.";
      default ->
          "The search index does not answer: look at Elasticsearch's log and disk; ./gazetteer reindex builds it anew.";
    };
  }

  private void token() {
    try {
      var me = context.api().get("/api/auth/me");
      say(
          true,
          "logged in as %s (%s)"
              .formatted(me.path("username").asString(), me.path("role").asString()),
          "");
    } catch (Failure e) {
      say(false, "not logged in", "./gazetteer login");
    }
  }

  private void say(boolean well, String what, String otherwise) {
    Terminal terminal = context.terminal();
    isWell &= well;
    terminal.out().println((well ? terminal.green("ok    ") : terminal.red("FAIL  ")) + what);
    if (!well) {
      terminal.out().println("      " + otherwise);
    }
  }
}
