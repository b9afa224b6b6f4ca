package io.gazetteer.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds a command line for a JVM of the version that we run on ourselves. */
public final class JavaCommand {
  /** Beyond this, a full collection by the serial collector stops everything for half a second. */
  private static final int MOST_SERIAL_MEGABYTES = 1024;

  private final List<String> words = new ArrayList<>();

  /**
   * Makes a JVM start with little memory and a collector that needs little up to a gigabyte.
   *
   * @param heapMegabytes how much its heap may grow to
   */
  public JavaCommand(int heapMegabytes, String classPath) {
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xms" + heapMegabytes / 2 + "m");
    words.add("-Xmx" + heapMegabytes + "m");
    words.add(heapMegabytes > MOST_SERIAL_MEGABYTES ? "-XX:+UseG1GC" : "-XX:+UseSerialGC");
    words.add("-XX:+ExitOnOutOfMemoryError");
    if (Runtime.version().feature() >= 23) {
      // The servers' libraries use it, and each start would log eight lines about that.
      words.add("--sun-misc-unsafe-memory-access=allow");
    }
    words.add("-cp");
    words.add(classPath);
  }

  public JavaCommand with(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  public List<String> words() {
    return List.copyOf(words);
  }
}
