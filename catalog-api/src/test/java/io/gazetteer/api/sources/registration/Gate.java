package io.gazetteer.api.sources.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Stands in front of a server of this machine, and lets nobody through before it is opened. */
final class Gate implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final int target;

  Gate(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void awaitSomebody() throws InterruptedException {
    arrived.await();
  }

  void open() {
    opened.countDown();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        arrived.countDown();
        Thread.ofVirtual().start(() -> pass(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void pass(Socket client) {
    try (client) {
      opened.await();
      try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        Thread.ofVirtual().start(() -> copy(client, server));
        copy(server, client);
      }
    } catch (IOException | InterruptedException e) {
      // The client finds out.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of both has gone.
    }
  }

  @Override
  public void close() throws IOException {
    open();
    listener.close();
  }
}
