package io.gazetteer.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ends child processes of a parent that was killed. */
public final class Orphans {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Orphans() {}

  /**
   * Ends the processes that an earlier run left behind. A process that only has the same pid is
   * left alone, and so is one whose parent lives.
   *
   * @param runFolder where the pid files are; need not exist
   * @return the names of what was ended
   */
  public static List<String> end(Path runFolder) {
    return pidFiles(runFolder).parallelStream()
        .filter(Orphans::endOne)
        .map(PidFile::name)
        .sorted()
        .toList();
  }

  /** Returns the names of the processes that still run, of those whose pid files are there. */
  public static List<String> running(Path runFolder) {
    return pidFiles(runFolder).stream()
        .filter(file -> file.read().filter(entry -> entry.findChild().isPresent()).isPresent())
        .map(PidFile::name)
        .toList();
  }

  private static List<PidFile> pidFiles(Path runFolder) {
    if (Files.notExists(runFolder)) {
      return List.of();
    }
    try (var files = Files.list(runFolder)) {
      return files.filter(PidFile::isPidFile).map(PidFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endOne(PidFile file) {
    var entry = file.read();
    var child = entry.flatMap(PidFile.Entry::findChild);
    if (entry.isPresent() && child.isPresent()) {
      if (!entry.get().isOrphan()) {
        return false;
      }
      Processes.end(child.get(), entry.get().signal(), GRACE);
    }
    file.delete();
    return child.isPresent();
  }
}
