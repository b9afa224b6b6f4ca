package io.gazetteer.standalone.settings;

import io.gazetteer.servers.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Keeps everything of one Gazetteer in a folder; nobody but its owner may look inside. */
public record DataFolder(Path root) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /** Returns the folder with the logs of the child processes. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Returns the folder for what is true while Gazetteer runs: the lock, process ids, ports. */
  public Path run() {
    return root.resolve("run");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Returns the folder of the embedded servers' files, one folder each. */
  public Path servers() {
    return root.resolve("servers");
  }

  /** Returns the folder of the sample databases' files, and of what was done for them. */
  public Path samples() {
    return root.resolve("samples");
  }

  /** Returns a folder for temporary files; empty, as long as only one process asks for its name. */
  public Path temporary(String name) {
    var folder = root.resolve("tmp").resolve(name);
    try {
      new FileTree(folder).delete();
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotStartException("The folder " + folder + " cannot be emptied.", e);
    }
  }

  /**
   * Makes the folders that are missing.
   *
   * @throws CannotStartException when the folder cannot be written to
   */
  public void create() {
    try {
      makePrivate(root);
      for (var folder :
          new Path[] {logs(), run(), secrets(), servers(), samples(), root.resolve("tmp")}) {
        makePrivate(folder);
        // One that is there may have been copied back, or made by an older version.
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
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
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
  }
}
