package io.gazetteer.servers;

/** Runs a server as a child process of ours, on the loopback address only. */
public interface EmbeddedServer extends AutoCloseable {
  /** Returns the server's name, for messages. */
  String name();

  ProcessHandle process();

  boolean isAlive();

  /** Stops the server, gracefully if it lets us; returns when the process is gone. Idempotent. */
  void stop();

  @Override
  default void close() {
    stop();
  }
}
