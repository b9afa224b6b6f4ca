package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Tells what a JVM's heap held, by the log of its garbage collector. */
final class Heap {
  private static final Pattern PAUSE = Pattern.compile("Pause (Young|Full) .* \\d+M->(\\d+)M");

  private final Path log;
  private long begin;

  Heap(Path log) {
    this.log = log;
  }

  /** Leaves out every collection until now. */
  void reset() throws IOException {
    begin = Files.size(log);
  }

  /** The most megabytes that any collection left behind since the reset. */
  int peak() throws IOException {
    return afterwards("Young|Full").orElse(0);
  }

  String text() throws IOException {
    var full = afterwards("Full");
    return "%d MB after any collection, %s"
        .formatted(
            peak(),
            full.isPresent() ? full.getAsInt() + " MB after a full one" : "no full one needed");
  }

  /** The most megabytes that such a collection left behind; none may have been necessary. */
  private OptionalInt afterwards(String kinds) throws IOException {
    var wanted = Pattern.compile(kinds);
    var whole = Files.readString(log);
    return whole
        .substring((int) begin)
        .lines()
        .map(PAUSE::matcher)
        .filter(pause -> pause.find() && wanted.matcher(pause.group(1)).matches())
        .mapToInt(pause -> Integer.parseInt(pause.group(2)))
        .max();
  }
}
