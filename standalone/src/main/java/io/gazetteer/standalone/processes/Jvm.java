package io.gazetteer.standalone.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM: the JDK that runs this one, and little memory. */
final class Jvm {
  private Jvm() {}

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** {@code java -jar}; the heap grows to 256 MB at most. */
  static List<String> jar(Path jar, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
