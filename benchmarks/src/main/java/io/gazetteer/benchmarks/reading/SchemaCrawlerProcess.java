package io.gazetteer.benchmarks.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts SchemaCrawler in a JVM with the heap it needs. */
final class SchemaCrawlerProcess {
  private final String url;
  private final String password;
  private final long columns;

  /** Makes one that has to find so many columns. */
  SchemaCrawlerProcess(String url, String password, long columns) {
    this.url = url;
    this.password = password;
    this.columns = columns;
  }

  /** Returns the seconds of its reading; the start of the JVM does not count. */
  double seconds() throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-cp",
                System.getProperty("java.class.path"),
                SchemaCrawlerReading.class.getName(),
                url));
    builder.environment().put("SOURCE_PASSWORD", password);
    var process = builder.redirectErrorStream(true).start();
    try {
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return parse(output);
    } finally {
      process.destroyForcibly();
    }
  }

  private double parse(String output) throws IOException {
    var answer =
        output
            .lines()
            .filter(line -> line.startsWith(SchemaCrawlerReading.ANSWER))
            .findFirst()
            .orElseThrow(() -> new IOException("SchemaCrawler: " + output));
    var words = answer.split(" ", -1);
    if (Long.parseLong(words[3]) != columns) {
      throw new IOException("SchemaCrawler found other columns: " + answer);
    }
    return Double.parseDouble(words[1]);
  }
}
