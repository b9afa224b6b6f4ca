package io.gazetteer.benchmarks.crawl;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the two programs, started from the jar that is deployed.
 *
 * @param heapMegabytes its heap at most
 * @param folder has its log, and that of its garbage collector
 */
record JavaProgram(String module, int heapMegabytes, Path folder) {
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final String LAUNCHER_OF_MORE_CLASSES =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  /** Starts it, perhaps with a folder of classes before its own. */
  ChildProcess start(Map<String, String> environment, Optional<Path> classes) throws IOException {
    var command = command();
    if (classes.isPresent()) {
      command.add("-Dloader.path=" + classes.get());
      command.addAll(List.of("-cp", jar().toString(), LAUNCHER_OF_MORE_CLASSES));
    } else {
      command.addAll(List.of("-jar", jar().toString()));
    }
    Files.createDirectories(folder);
    var log = folder.resolve("output.log");
    var run = folder.resolve("run");
    return ChildProcess.start(
        new ProcessSpec(module, command, environment, folder, log, run, "TERM", STOP));
  }

  Heap heap() {
    return new Heap(garbageLog());
  }

  private Path garbageLog() {
    return folder.resolve("gc.log");
  }

  private List<String> command() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:gc:file=" + garbageLog() + ":uptime:filecount=0",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
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
