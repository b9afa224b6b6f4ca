package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.servers.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts Gazetteer as a user does, from the folder we run in; what ran before is stopped first. */
public final class Launcher implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final Pattern HTTP_PORT = Pattern.compile("(?m)^http.port: (\\d+)$");
  private static final Map<String, String> PID_FILES =
      Map.of(
          "Elasticsearch", "servers/elasticsearch/run/Elasticsearch.pid",
          "catalog", "servers/postgres/run/PostgreSQL.pid",
          "Kafka", "servers/kafka/run/Kafka.pid",
          "API", "run/catalog-api.pid",
          "worker", "run/crawler-worker.pid");

  private final Workspace workspace;
  private final int port = FreePorts.free();
  private final Api api = new Api(port, this::isAlive);
  private Path data;
  private @Nullable Process process;

  /** Starts nothing yet; ends with the workspace. */
  public Launcher(Workspace workspace) {
    this.workspace = workspace;
    this.data = workspace.path("data");
    workspace.keep(this);
  }

  /** The seconds of a start on a new data folder, until it is ready. */
  public double startAnew() throws Exception {
    close();
    data = Files.createDirectories(workspace.path("data-" + System.nanoTime()));
    return Work.secondsOf(this::start);
  }

  /** The seconds of another start on the same folder. */
  public double startAgain() throws Exception {
    close();
    return Work.secondsOf(this::start);
  }

  private void start() throws IOException, InterruptedException {
    var log = data.resolve("benchmark.log");
    var builder = new ProcessBuilder("./gazetteer", "start", "--no-samples");
    builder.environment().put("GAZETTEER_PORT", Integer.toString(port));
    builder.environment().put("GAZETTEER_DATA", data.toString());
    builder.environment().put("GAZETTEER_ADMIN_PASSWORD", Api.PASSWORD);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    process = builder.start();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!api.isReady()) {
      if (!isAlive() || System.nanoTime() > deadline) {
        throw new IOException(Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean isAlive() {
    return process != null && process.isAlive();
  }

  public Api api() {
    return api;
  }

  /** The Elasticsearch that it started. */
  DirectIndex index() throws IOException {
    var settings = data.resolve("servers/elasticsearch/config/elasticsearch.yml");
    var http = HTTP_PORT.matcher(Files.readString(settings));
    if (!http.find()) {
      throw new IOException("No port in " + settings);
    }
    var password = Files.readString(data.resolve("servers/elasticsearch/password")).strip();
    var login = ("gazetteer:" + password).getBytes(StandardCharsets.UTF_8);
    return new DirectIndex(
        Integer.parseInt(http.group(1)), "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /** The processor time of each of its processes. */
  CpuTime cpu() throws IOException {
    var cpu = new CpuTime();
    for (var file : PID_FILES.entrySet()) {
      var properties = new Properties();
      try (var reader = Files.newBufferedReader(data.resolve(file.getValue()))) {
        properties.load(reader);
      }
      ProcessHandle.of(Long.parseLong(properties.getProperty("pid")))
          .ifPresent(child -> cpu.add(file.getKey(), child));
    }
    return cpu;
  }

  /** The memory that all its processes have resident, in MB; shared pages count for each. */
  public long residentMegabytes() throws IOException {
    if (process == null) {
      return 0;
    }
    long kilobytes = 0;
    for (var member :
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
      var status = Path.of("/proc", Long.toString(member.pid()), "status");
      if (Files.exists(status)) {
        kilobytes += residentKilobytes(status);
      }
    }
    return kilobytes / 1024;
  }

  private static long residentKilobytes(Path status) throws IOException {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }
}
