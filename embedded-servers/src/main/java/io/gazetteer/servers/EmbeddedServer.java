package io.gazetteer.servers;

/** A server that runs as a child process of ours, on the loopback address only. */
public interface EmbeddedServer extends AutoCloseable {
  /** What it is, for messages. */
  String name();

  ProcessHandle process();

  boolean isAlive();

  /** Stops it, gracefully if it lets us; the process is gone when this returns. Idempotent. */
  void stop();

  @Override
  default void close() {
    stop();
  }
}
