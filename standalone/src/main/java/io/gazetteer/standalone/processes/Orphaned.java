package io.gazetteer.standalone.processes;

import io.gazetteer.servers.process.Orphans;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ends what a launcher that was killed left running. */
public final class Orphaned {
  private Orphaned() {}

  /**
   * Ends the applications first, so that the servers lose no one's work. The caller holds the data
   * folder's lock.
   *
   * @return the names of what was ended
   */
  public static List<String> end(DataFolder data) {
    var ended = new ArrayList<>(Orphans.end(data.run()));
    for (var parent : List.of(data.servers(), data.samples())) {
      folders(parent).parallelStream()
          .map(folder -> Orphans.end(folder.resolve("run")))
          .toList()
          .forEach(ended::addAll);
    }
    return ended;
  }

  private static List<Path> folders(Path parent) {
    if (Files.notExists(parent)) {
      return List.of();
    }
    try (var files = Files.list(parent)) {
      return files.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
