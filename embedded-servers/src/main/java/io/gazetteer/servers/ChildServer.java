package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;

/** Runs a server that listens at a port and is one child process of ours. */
public abstract class ChildServer implements EmbeddedServer {
  private final ChildProcess process;
  private final int port;

  public ChildServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public final String host() {
    return "127.0.0.1";
  }

  public final int port() {
    return port;
  }

  @Override
  public final String name() {
    return process.name();
  }

  @Override
  public final ProcessHandle process() {
    return process.handle();
  }

  @Override
  public final boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public final void stop() {
    process.stop();
  }
}
