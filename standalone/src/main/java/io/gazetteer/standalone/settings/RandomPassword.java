package io.gazetteer.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Makes up passwords: 20 characters, 115 bits, none that shells, SQL or JSON quote. */
public final class RandomPassword {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;

  private RandomPassword() {}

  public static String make() {
    return new SecureRandom()
        .ints(LENGTH, 0, ALPHABET.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
        .toString();
  }

  /** Returns the password in the file, which only its owner can read; makes one when needed. */
  public static String keptIn(Path file) {
    try {
      if (Files.notExists(file)) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(aside, make());
        Files.move(aside, file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new CannotStartException("The file " + file + " cannot be read or made.", e);
    }
  }
}
