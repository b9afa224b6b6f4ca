package io.gazetteer.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Children of a parent that was killed. */
public final class Orphans {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Orphans() {}

  /**
   * Ends the processes that an earlier run left behind. A process that only has the same pid is
   * left alone.
   *
   * @param runFolder where the pid files are; need not exist
   * @return the names of what was ended
   */
  public static List<String> end(Path runFolder) {
    if (Files.notExists(runFolder)) {
      return List.of();
    }
    try (var files = Files.list(runFolder)) {
      return files
          .filter(PidFile::isPidFile)
          .sorted()
          .parallel()
          .filter(Orphans::endOne)
          .map(Orphans::name)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endOne(Path path) {
    var file = new PidFile(path);
    var process = file.find();
    process.ifPresent(orphan -> Processes.end(orphan, "TERM", GRACE));
    file.delete();
    return process.isPresent();
  }

  private static String name(Path path) {
    var name = path.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
