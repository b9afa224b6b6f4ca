package io.gazetteer.standalone.processes;

import io.gazetteer.servers.EmbeddedServer;
import io.gazetteer.servers.process.ChildProcess;

/**
 * Is a child process that was started.
 *
 * @param stop ends it; it is gone when this returns
 */
public record Running(ProcessHandle process, Runnable stop) {
  public static Running of(EmbeddedServer server) {
    return new Running(server.process(), server::stop);
  }

  static Running of(ChildProcess child) {
    return new Running(child.handle(), child::stop);
  }
}
