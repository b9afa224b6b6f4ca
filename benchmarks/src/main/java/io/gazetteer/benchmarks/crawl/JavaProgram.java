package io.gazetteer.benchmarks.crawl;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One of the two programs, started from the jar that is deployed.
 *
 * @param heapMegabytes its heap at most
 * @param folder has its log, and that of its garbage collector
 */
record JavaProgram(String module, int heapMegabytes, Path folder) {
  private static final Duration STOP = Duration.ofSeconds(20);

  ChildProcess start(Map<String, String> environment) throws IOException {
    Files.createDirectories(folder);
    return ChildProcess.start(
        new ProcessSpec(
            module,
            command(),
            environment,
            folder,
            folder.resolve("output.log"),
            folder.resolve("run"),
            "TERM",
            STOP));
  }

  Path garbageLog() {
    return folder.resolve("gc.log");
  }

  private List<String> command() throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xlog:gc:file=" + garbageLog() + ":uptime:filecount=0",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        jar().toString());
  }

  private Path jar() throws IOException {
    try (var jars = Files.list(Path.of(module, "target"))) {
      return jars.filter(jar -> jar.getFileName().toString().endsWith("-app.jar"))
          .max(Comparator.comparingLong(jar -> jar.toFile().lastModified()))
          .orElseThrow(() -> new IOException(module + " has not been built"))
          .toAbsolutePath();
    }
  }
}
