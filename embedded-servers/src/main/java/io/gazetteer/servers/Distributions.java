package io.gazetteer.servers;

import io.gazetteer.servers.unpack.Binaries;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Finds the folder in which the build gathered the jars of the servers that run on a JVM of their
 * own. It starts from where our own classes are, in this module's build folder or a copy elsewhere
 * in the project; the system property {@code gazetteer.distributions} says otherwise.
 */
public final class Distributions {
  private static final Path ROOT = root();
  private static final Binaries BINARIES =
      new Binaries(ROOT.resolveSibling("target").resolve("binaries"));

  private Distributions() {}

  /** Returns a folder with jars of a server. */
  public static Path jars(String server, String folder) {
    var lib = ROOT.resolve(server).resolve("target").resolve(folder);
    if (!Files.isDirectory(lib)) {
      throw new ServerStartException(
          server + " cannot start: its jars are not in " + lib + "; build the project first");
    }
    return lib;
  }

  /** Returns the server binaries, unpacked once for all that run them. */
  public static Binaries binaries() {
    return BINARIES;
  }

  private static Path root() {
    var given = System.getProperty("gazetteer.distributions");
    if (given != null) {
      return Path.of(given).toAbsolutePath();
    }
    return Stream.iterate(classes(), folder -> folder != null, Path::getParent)
        .flatMap(
            folder ->
                Stream.of(
                    folder.resolve("distributions"),
                    folder.resolve("embedded-servers/distributions")))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerStartException(
                    "The servers' jars are not found from " + classes() + "; build the project"));
  }

  /** Returns the folder or jar that our own classes come from. */
  private static Path classes() {
    try {
      return Path.of(
          Distributions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
