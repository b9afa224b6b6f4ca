package io.gazetteer.servers.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Says what to start and how to stop it.
 *
 * @param name for messages and for the pid file
 * @param environment all that it needs of ours and more; the place for secrets, since a command
 *     line is public
 * @param directory the working directory
 * @param logFile takes the output; the older half of a log over 10 MB is moved aside at start
 * @param runFolder where the pid file lives while the process does
 * @param stopSignal what asks it to stop, for example {@code TERM} or {@code INT}
 * @param stopTimeout how long it may take to do so before it is killed
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path logFile,
    Path runFolder,
    String stopSignal,
    Duration stopTimeout) {
  public ProcessSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
