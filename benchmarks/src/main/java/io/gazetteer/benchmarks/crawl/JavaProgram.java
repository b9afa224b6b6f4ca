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

  ChildProcess start(Map<String, String> environment) throws IOException {
    return start(environment, List.of("-jar", jar().toString()));
  }

  /** Starts it with a folder of classes before its own. */
  ChildProcess startWith(Path classes, Map<String, String> environment) throws IOException {
    return start(
        environment,
        List.of("-Dloader.path=" + classes, "-cp", jar().toString(), LAUNCHER_OF_MORE_CLASSES));
  }

  private ChildProcess start(Map<String, String> environment, List<String> what)
      throws IOException {
    Files.createDirectories(folder);
    return ChildProcess.start(
        new ProcessSpec(
            module,
            command(what),
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

  private List<String> command(List<String> what) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Xlog:gc:file=" + garbageLog() + ":uptime:filecount=0");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(what);
    return command;
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
