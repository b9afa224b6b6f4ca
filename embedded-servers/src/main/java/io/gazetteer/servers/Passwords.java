package io.gazetteer.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Generates passwords and keeps them in files that only their owner can read. */
final class Passwords {
  private static final int BYTES = 18;

  private Passwords() {}

  /** Returns the password in the file; makes a new one the first time. */
  static String keptIn(Path file) {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      var bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      OwnerOnly.write(file, password);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
