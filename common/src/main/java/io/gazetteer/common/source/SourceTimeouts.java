package io.gazetteer.common.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says how long a source may take. The defaults are those of {@link #defaults()}.
 *
 * @param connect from the first packet to a session that is ready
 * @param statement one statement, ended by the source itself
 * @param lock waiting for one lock, ended by the source itself
 * @param socket silence on the wire, ended by us; longer than {@code statement}
 */
@ConfigurationProperties("gazetteer.source")
public record SourceTimeouts(
    @DefaultValue("8s") Duration connect,
    @DefaultValue("30s") Duration statement,
    @DefaultValue("3s") Duration lock,
    @DefaultValue("40s") Duration socket) {

  public SourceTimeouts {
    if (socket.compareTo(statement) <= 0) {
      throw new IllegalArgumentException(
          "gazetteer.source.socket must be longer than gazetteer.source.statement");
    }
  }

  public static SourceTimeouts defaults() {
    return new SourceTimeouts(
        Duration.ofSeconds(8),
        Duration.ofSeconds(30),
        Duration.ofSeconds(3),
        Duration.ofSeconds(40));
  }

  public static int seconds(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  public static int millis(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.toMillis()));
  }
}
