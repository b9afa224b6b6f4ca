package io.gazetteer.standalone.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads at the end of a log why an application cannot start, as Spring Boot words it. */
final class FailureReport {
  private static final String BEGIN = "Description:\n";
  private static final String ADVICE = "\nAction:\n";
  private static final int LONGEST = 2_000;

  private FailureReport() {}

  /** Returns the reason on one line; empty when the log ends with anything else. */
  static Optional<String> atTheEndOf(Path log) {
    try {
      return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<String> of(String log) {
    int begin = log.lastIndexOf("\n" + BEGIN);
    if (begin < 0 || log.length() - begin > LONGEST) {
      return Optional.empty();
    }
    var report = log.substring(begin + 1 + BEGIN.length());
    int advice = report.indexOf(ADVICE);
    var reason = (advice < 0 ? report : report.substring(0, advice)).strip();
    return reason.isEmpty() || reason.contains("\n\n")
        ? Optional.empty()
        : Optional.of(reason.replaceAll("\\s+", " "));
  }
}
