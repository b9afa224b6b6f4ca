package io.gazetteer.worker.connect;

import java.time.Duration;

/**
 * How long a source may take.
 *
 * @param connect from the first packet to a session that is ready
 * @param statement one statement, ended by the source itself
 * @param lock waiting for one lock, ended by the source itself
 * @param socket silence on the wire, ended by us; longer than {@code statement}
 */
public record SourceTimeouts(Duration connect, Duration statement, Duration lock, Duration socket) {

  public static SourceTimeouts defaults() {
    return new SourceTimeouts(
        Duration.ofSeconds(8),
        Duration.ofSeconds(30),
        Duration.ofSeconds(3),
        Duration.ofSeconds(40));
  }

  static int seconds(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  static int millis(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.toMillis()));
  }
}
