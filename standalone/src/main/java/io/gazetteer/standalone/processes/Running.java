package io.gazetteer.standalone.processes;

import io.gazetteer.servers.EmbeddedServer;
import io.gazetteer.servers.process.ChildProcess;
import java.util.function.Supplier;

/**
 * Is a child process that was started.
 *
 * @param stop ends it; it is gone when this returns
 * @param lastWords says what it has written to its log since it was started, or the end of that
 */
public record Running(ProcessHandle process, Runnable stop, Supplier<String> lastWords) {
  public static Running of(EmbeddedServer server) {
    return new Running(server.process(), server::stop, () -> "");
  }

  static Running of(ChildProcess child) {
    return new Running(child.handle(), child::stop, child::logTail);
  }
}
