package io.gazetteer.servers.process;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Frees a child of what it would inherit from us: our session, and the signals that we ignore.
 * These words stand before its command line. A shell ignores SIGINT and SIGQUIT for what it starts
 * in the background, and a JVM or a shell below it would never listen to them again.
 */
final class CleanStart {
  private static final List<String> SIGNALS =
      List.of("/usr/bin/env", "--default-signal=INT,QUIT,TERM");
  private static final List<String> SESSION = List.of("/usr/bin/setsid");

  /** These are the words that this machine has: not each system's {@code env} knows signals. */
  private static final List<String> PREFIX =
      Stream.of(join(SIGNALS, SESSION), SESSION)
          .filter(CleanStart::works)
          .findFirst()
          .orElse(List.of());

  private CleanStart() {}

  static List<String> of(List<String> command) {
    return join(PREFIX, command);
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static boolean works(List<String> prefix) {
    try {
      return CleanEnvironment.program(join(prefix, List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
