package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gazetteer as a user starts it, from the folder we run in, with a data folder of its own. */
public final class Launcher implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final String PASSWORD = "benchmark-password";

  private static final Pattern HTTP_PORT = Pattern.compile("(?m)^http.port: (\\d+)$");
  private static final Map<String, String> PID_FILES =
      Map.of(
          "Elasticsearch", "servers/elasticsearch/run/Elasticsearch.pid",
          "catalog", "servers/postgres/run/PostgreSQL.pid",
          "Kafka", "servers/kafka/run/Kafka.pid",
          "API", "run/catalog-api.pid",
          "worker", "run/crawler-worker.pid");

  private final Process process;
  private final Path data;
  private final Api api;

  private Launcher(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.api = new Api(port, PASSWORD, process::isAlive);
  }

  /** Returns when it is ready. */
  public static Launcher start(Path data, int port) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("./gazetteer", "start", "--no-samples");
    builder.environment().put("GAZETTEER_PORT", Integer.toString(port));
    builder.environment().put("GAZETTEER_DATA", data.toString());
    builder.environment().put("GAZETTEER_ADMIN_PASSWORD", PASSWORD);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("benchmark.log").toFile());
    var launcher = new Launcher(builder.start(), data, port);
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!launcher.api.isReady()) {
      if (!launcher.process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(Files.readString(data.resolve("benchmark.log")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return launcher;
  }

  public Api api() {
    return api;
  }

  /** The Elasticsearch that it started. */
  DirectIndex index() throws IOException {
    var settings = data.resolve("servers/elasticsearch/config/elasticsearch.yml");
    var port = HTTP_PORT.matcher(Files.readString(settings));
    if (!port.find()) {
      throw new IOException("No port in " + settings);
    }
    return new DirectIndex("http://127.0.0.1:" + port.group(1));
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

  /** The memory all its processes have resident, in MB; shared pages count for each. */
  public long residentMegabytes() throws IOException {
    long kilobytes = 0;
    for (ProcessHandle member :
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
    process.destroy();
    process.onExit().join();
  }
}
