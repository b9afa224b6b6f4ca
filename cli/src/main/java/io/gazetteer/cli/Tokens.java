package io.gazetteer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Keeps the token for each server in a file that only the user can read. */
public final class Tokens {
  private static final String PRIVATE_FILE = "rw-------";
  private static final String PRIVATE_FOLDER = "rwx------";

  private final Map<String, String> environment;

  public Tokens(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Finds the token: that of the environment wins. */
  public Optional<String> find(URI server) {
    var given = environment.getOrDefault("GAZETTEER_TOKEN", "");
    if (!given.isEmpty()) {
      return Optional.of(given);
    }
    var file = file(server);
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new Failure(Failure.FAILED, "The token in " + file + " cannot be read.");
    }
  }

  /** Keeps a token, in place of an older one. */
  public Path keep(URI server, String token) {
    var file = file(server);
    try {
      var folder = file.getParent();
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE_FOLDER)));
      var written =
          Files.createTempFile(
              folder,
              "token",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE_FILE)));
      Files.writeString(written, token + "\n", StandardCharsets.UTF_8);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The token cannot be kept in " + file, e);
    }
  }

  /** Forgets the token; false when there was none. */
  public boolean forget(URI server) {
    try {
      return Files.deleteIfExists(file(server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(URI server) {
    var home = environment.getOrDefault("XDG_CONFIG_HOME", "");
    var folder =
        home.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".config") : Path.of(home);
    var name = server.toString().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "_");
    return folder.resolve("gazetteer").resolve("tokens").resolve(name).toAbsolutePath();
  }
}
