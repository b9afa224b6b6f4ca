package io.gazetteer.worker.testing.processes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets everyone in as PostgreSQL would, and answers the first question with a row of two gigabytes,
 * of which it sends as much as is taken.
 */
public final class FloodingServer implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private static final byte[] ZEROS = new byte[1 << 16];

  private final ServerSocket server;
  private final AtomicInteger floods = new AtomicInteger();

  private FloodingServer(ServerSocket server) {
    this.server = server;
  }

  public static FloodingServer start() throws IOException {
    var started = new FloodingServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    Thread.ofPlatform().daemon().name("flooding").start(started::accept);
    return started;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many questions were answered so. */
  public int floods() {
    return floods.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofPlatform().daemon().name("flood").start(() -> flood(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void flood(Socket client) {
    try (client) {
      var in = new DataInputStream(client.getInputStream());
      var out = new DataOutputStream(client.getOutputStream());
      letIn(in, out);
      in.readByte();
      in.readNBytes(in.readInt() - 4);
      floods.incrementAndGet();
      out.write('D');
      out.writeInt(Integer.MAX_VALUE);
      for (long sent = 0; sent < Integer.MAX_VALUE; sent += ZEROS.length) {
        out.write(ZEROS);
      }
    } catch (IOException e) {
      // The client has gone, as it should.
    }
  }

  private static void letIn(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      var startup = in.readNBytes(in.readInt() - 4);
      if (startup.length != 4 || ByteBuffer.wrap(startup).getInt() != SSL_REQUEST) {
        break;
      }
      out.write('N');
    }
    message(out, 'R', "\0\0\0\0");
    message(out, 'S', "server_version\00018.0\0");
    message(out, 'S', "client_encoding\0UTF8\0");
    message(out, 'S', "DateStyle\0ISO\0");
    message(out, 'S', "standard_conforming_strings\0on\0");
    message(out, 'S', "integer_datetimes\0on\0");
    message(out, 'K', "\0\0\0\0\0\0\0\0");
    message(out, 'Z', "I");
  }

  private static void message(DataOutputStream out, char type, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    out.write(type);
    out.writeInt(bytes.length + 4);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
