package io.gazetteer.servers;

import static java.util.Objects.requireNonNull;

import io.gazetteer.servers.unpack.Binaries;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build gathered the jars of the servers that run on a JVM of their own. */
final class Distributions {
  private Distributions() {}

  /** A folder with jars of a server. */
  static Path jars(String server, String folder) {
    var lib = root().resolve(server).resolve("target").resolve(folder);
    if (!Files.isDirectory(lib)) {
      throw new ServerStartException(
          server + " cannot start: its jars are not in " + lib + "; build the project first");
    }
    return lib;
  }

  /** Where server binaries are unpacked to, once for all that run them. */
  static Binaries binaries() {
    return new Binaries(target().resolve("binaries"));
  }

  private static Path root() {
    var given = System.getProperty("gazetteer.distributions");
    return given != null ? Path.of(given) : target().resolveSibling("distributions");
  }

  /** Our classes are in {@code target/classes} or in a jar in {@code target}. */
  private static Path target() {
    return requireNonNull(classes().getParent());
  }

  /** The folder or jar our own classes come from. */
  static Path classes() {
    try {
      return Path.of(
          Distributions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
