package io.gazetteer.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that keeps everything of one Gazetteer; nobody but its owner may look inside. */
public record DataFolder(Path root) {
  /** Logs of the child processes. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** What is true only while it runs: the lock, process ids, ports. */
  public Path run() {
    return root.resolve("run");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** The embedded servers' files, one folder each. */
  public Path servers() {
    return root.resolve("servers");
  }

  /** The sample databases' files, and what was done for them. */
  public Path samples() {
    return root.resolve("samples");
  }

  /** What can be deleted at any time and comes back. */
  public Path cache() {
    return root.resolve("cache");
  }

  /**
   * Makes what is missing.
   *
   * @throws CannotStartException when the folder cannot be written to
   */
  public void create() {
    try {
      makePrivate(root);
      for (var folder : new Path[] {logs(), run(), secrets(), servers(), cache()}) {
        makePrivate(folder);
      }
      Files.delete(Files.createTempFile(root, "writable", null));
    } catch (IOException e) {
      throw new CannotStartException(
          "The data folder "
              + root
              + " cannot be written to: make it yours, or set GAZETTEER_DATA to another folder.",
          e);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
