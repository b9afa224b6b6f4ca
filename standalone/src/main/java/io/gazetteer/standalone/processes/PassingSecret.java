package io.gazetteer.standalone.processes;

import io.gazetteer.servers.OwnerOnly;
import io.gazetteer.standalone.settings.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Is a secret in a file that only its owner can read, for as long as somebody has to read it. */
record PassingSecret(Path file) implements AutoCloseable {
  Path write(String secret) {
    try {
      return OwnerOnly.write(file, secret);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be written.", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be deleted.", e);
    }
  }
}
