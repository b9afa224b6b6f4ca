package io.gazetteer.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server on this machine that is used again and again, and made anew when the
 * server ends it. It costs the machine much less than a whole HTTP client. Not thread safe.
 */
public final class HttpConnection implements Closeable {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int BUFFER = 64 << 10;

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  public HttpConnection(int port) {
    this.port = port;
  }

  /** The answer's head, as far as it matters. */
  private record Head(int status, long length, boolean chunked, boolean last) {}

  /** Connects now, not at the first request. */
  void open() throws IOException {
    if (socket == null) {
      var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
      fresh.setTcpNoDelay(true);
      fresh.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(fresh.getInputStream(), BUFFER);
      socket = fresh;
    }
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @throws IOException also for any status but 200
   */
  void call(byte[] request) throws IOException {
    call(request, OutputStream.nullOutputStream());
  }

  /** Sends a request, reads the whole answer, and returns its body. */
  public byte[] body(byte[] request) throws IOException {
    var body = new ByteArrayOutputStream();
    call(request, body);
    return body.toByteArray();
  }

  private void call(byte[] request, OutputStream body) throws IOException {
    open();
    if (socket == null) {
      throw new IOException("Not connected");
    }
    socket.getOutputStream().write(request);
    var head = head();
    if (head.status() != 200) {
      var said = new ByteArrayOutputStream();
      body(head, said);
      throw new IOException(
          "%d for %s: %s"
              .formatted(head.status(), firstLine(request), said.toString(StandardCharsets.UTF_8)));
    }
    body(head, body);
    if (head.last()) {
      close();
    }
  }

  private static String firstLine(byte[] request) {
    return new String(request, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private Head head() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.endsWith("chunked");
      } else if (header.startsWith("connection:")) {
        last = header.endsWith("close");
      }
    }
    return new Head(status, length, chunked, last);
  }

  private void body(Head head, OutputStream out) throws IOException {
    if (!head.chunked()) {
      copy(head.length(), out);
      return;
    }
    long length = chunkLength();
    while (length > 0) {
      copy(length, out);
      line();
      length = chunkLength();
    }
    line();
  }

  private long chunkLength() throws IOException {
    return Long.parseLong(line().strip(), 16);
  }

  private void copy(long length, OutputStream out) throws IOException {
    var buffer = new byte[(int) Math.min(length, BUFFER)];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("The answer is cut off");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("The answer is cut off");
      }
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
