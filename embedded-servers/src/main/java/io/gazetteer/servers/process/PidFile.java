package io.gazetteer.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond our own death: its pid and when it started, for pids are used again.
 */
record PidFile(Path path) {
  private static final String SUFFIX = ".pid";

  static PidFile of(Path runFolder, String name) {
    return new PidFile(runFolder.resolve(name + SUFFIX));
  }

  static boolean isPidFile(Path path) {
    return path.toString().endsWith(SUFFIX);
  }

  void write(ProcessHandle process) {
    try {
      Files.createDirectories(path.getParent());
      var started = process.info().startInstant().orElse(Instant.EPOCH);
      Files.writeString(path, process.pid() + " " + started.toEpochMilli() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, if it still runs and is the one that was written down. */
  Optional<ProcessHandle> find() {
    try {
      var text = Files.readString(path).strip();
      int blank = text.indexOf(' ');
      long started = Long.parseLong(text.substring(blank + 1));
      return ProcessHandle.of(Long.parseLong(text.substring(0, Math.max(blank, 0))))
          .filter(ProcessHandle::isAlive)
          .filter(
              process ->
                  process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) == started);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
