package io.gazetteer.servers;

import java.util.List;
import java.util.Map;

/**
 * Says what a server's process runs.
 *
 * @param stopSignal asks it to end in good order
 */
public record Program(List<String> command, Map<String, String> environment, String stopSignal) {
  public static Program of(List<String> command) {
    return new Program(command, Map.of(), "TERM");
  }
}
