package io.gazetteer.common.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/** Checks and makes files that nobody but their owner may read or write. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * Checks the rights of a file, links followed.
   *
   * @throws SecretVaultException when others have any
   */
  static void check(Path path) throws IOException {
    var rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.addAll(Files.getPosixFilePermissions(path));
    rights.remove(PosixFilePermission.OWNER_READ);
    rights.remove(PosixFilePermission.OWNER_WRITE);
    rights.remove(PosixFilePermission.OWNER_EXECUTE);
    if (!rights.isEmpty()) {
      throw new SecretVaultException(
          "The file " + path + " is open to others than its owner: run chmod 600 on it");
    }
  }
}
