package io.gazetteer.servers.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Is a folder with all that is in it. */
public record FileTree(Path root) {
  /** Removes the folder; links are not followed. A folder that is not there is no error. */
  public void delete() throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
