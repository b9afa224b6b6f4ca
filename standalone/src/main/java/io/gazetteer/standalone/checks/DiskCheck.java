package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.file.Files;

/** Checks that the disk has room for the embedded servers' files. */
final class DiskCheck {
  static final long NEEDED_MB = 1024;

  private DiskCheck() {}

  /**
   * @throws CannotStartException when less than {@value #NEEDED_MB} MB are free
   */
  static void check(DataFolder data) {
    check(data, usableMegabytes(data));
  }

  static void check(DataFolder data, long usableMb) {
    if (usableMb < NEEDED_MB) {
      throw new CannotStartException(
          "The disk of "
              + data.root()
              + " has "
              + usableMb
              + " MB free and "
              + NEEDED_MB
              + " MB are needed: free some, or set GAZETTEER_DATA to a folder on another disk.");
    }
  }

  private static long usableMegabytes(DataFolder data) {
    try {
      return Files.getFileStore(data.root()).getUsableSpace() >> 20;
    } catch (IOException e) {
      throw new CannotStartException(
          "The data folder " + data.root() + " cannot be looked at: " + e.getMessage() + ".", e);
    }
  }
}
