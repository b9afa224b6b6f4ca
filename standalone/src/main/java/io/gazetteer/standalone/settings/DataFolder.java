package io.gazetteer.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

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

  /** For one process's temporary files; empty, as long as only one process asks for the name. */
  public Path temporary(String name) {
    var folder = root.resolve("tmp").resolve(name);
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotStartException("The folder " + folder + " cannot be emptied.", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Makes what is missing.
   *
   * @throws CannotStartException when the folder cannot be written to
   */
  public void create() {
    try {
      makePrivate(root);
      for (var folder : new Path[] {logs(), run(), secrets(), servers()}) {
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
