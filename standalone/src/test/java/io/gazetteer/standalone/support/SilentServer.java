package io.gazetteer.standalone.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes a connection and says nothing. */
public final class SilentServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CompletableFuture<Socket> connection;

  public SilentServer() throws IOException {
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    connection =
        CompletableFuture.supplyAsync(
            this::accept, task -> Thread.ofPlatform().daemon().start(task));
  }

  private Socket accept() {
    try {
      return socket.accept();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Waits until someone waits for a word of it. */
  public void awaitConnection() throws Exception {
    connection.get(20, TimeUnit.SECONDS);
  }

  /** Closes the connection without a word, and takes no other. */
  public void hangUp() throws IOException {
    socket.close();
    if (connection.isDone() && !connection.isCompletedExceptionally()) {
      connection.join().close();
    }
  }

  @Override
  public void close() throws IOException {
    hangUp();
  }
}
