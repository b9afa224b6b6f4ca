package io.gazetteer.worker.introspect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL and counts what the client asks to be executed: Query and
 * Execute messages. Refuses TLS, which would hide them.
 */
final class StatementCounter implements AutoCloseable {

  private static final int SSL_REQUEST = 80877103;

  private final ServerSocket listener;
  private final AtomicInteger statements = new AtomicInteger();

  StatementCounter(String host, int port) throws IOException {
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> accept(host, port));
  }

  int port() {
    return listener.getLocalPort();
  }

  int statements() {
    return statements.get();
  }

  private void accept(String host, int port) {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client, host, port));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client, String host, int port) {
    try (client;
        Socket server = new Socket(host, port)) {
      Thread.ofPlatform().daemon().start(() -> copy(server, client));
      forward(
          new DataInputStream(client.getInputStream()),
          client.getOutputStream(),
          new DataOutputStream(server.getOutputStream()));
    } catch (IOException e) {
      // one side is gone, and the other follows
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // one side is gone, and the other follows
    }
  }

  private void forward(DataInputStream in, OutputStream back, DataOutputStream out)
      throws IOException {
    byte[] startup = body(in);
    while (isSslRequest(startup)) {
      back.write('N');
      back.flush();
      startup = body(in);
    }
    send(out, startup);
    while (true) {
      int type = in.readUnsignedByte();
      if (type == 'Q' || type == 'E') {
        statements.incrementAndGet();
      }
      out.writeByte(type);
      send(out, body(in));
    }
  }

  private static byte[] body(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt() - Integer.BYTES);
  }

  private static void send(DataOutputStream out, byte[] body) throws IOException {
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
    out.flush();
  }

  private static boolean isSslRequest(byte[] startup) {
    return startup.length == Integer.BYTES && ByteBuffer.wrap(startup).getInt() == SSL_REQUEST;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
