package io.gazetteer.benchmarks;

import io.gazetteer.benchmarks.crawl.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Gazetteer as a user starts it, from the folder we run in, with a data folder of its own. */
final class Launcher implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final String PASSWORD = "benchmark-password";

  private final Process process;
  private final Api api;

  private Launcher(Process process, int port) {
    this.process = process;
    this.api = new Api(port, PASSWORD, process::isAlive);
  }

  /** Returns when it is ready. */
  static Launcher start(Path data, int port) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("./gazetteer", "start", "--no-samples");
    builder.environment().put("GAZETTEER_PORT", Integer.toString(port));
    builder.environment().put("GAZETTEER_DATA", data.toString());
    builder.environment().put("GAZETTEER_ADMIN_PASSWORD", PASSWORD);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("benchmark.log").toFile());
    var launcher = new Launcher(builder.start(), port);
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!launcher.api.isReady()) {
      if (!launcher.process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(Files.readString(data.resolve("benchmark.log")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return launcher;
  }

  Api api() {
    return api;
  }

  /** The memory all its processes have resident, in MB; shared pages count for each. */
  long residentMegabytes() throws IOException {
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
