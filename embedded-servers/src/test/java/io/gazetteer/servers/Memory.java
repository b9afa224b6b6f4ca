package io.gazetteer.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes take, with memory that they share counted once. */
final class Memory {
  private Memory() {}

  static long residentMegabytes(EmbeddedServer server) {
    return Stream.concat(Stream.of(server.process()), server.process().descendants())
            .mapToLong(Memory::kilobytes)
            .sum()
        / 1024;
  }

  private static long kilobytes(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      // It ended meanwhile.
      return 0;
    }
  }
}
