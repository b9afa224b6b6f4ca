package io.gazetteer.servers.process;

import java.util.List;
import java.util.Set;

/**
 * Makes programs that inherit what every program may know of its surroundings, and none of our
 * secrets: our own environment may hold passwords and keys.
 */
public final class CleanEnvironment {
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TERM",
          "TMPDIR",
          "TZ",
          "LD_LIBRARY_PATH",
          "JAVA_HOME",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS");

  private CleanEnvironment() {}

  /** Returns a program to be started; whatever else it needs can be added. */
  public static ProcessBuilder program(List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !isInherited(name));
    return builder;
  }

  private static boolean isInherited(String name) {
    return INHERITED.contains(name) || name.startsWith("LC_");
  }
}
