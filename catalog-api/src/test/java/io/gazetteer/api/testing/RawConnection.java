package io.gazetteer.api.testing;

import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.sessions.OpaqueToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as no client does: slowly, half, or with something else to follow. */
public final class RawConnection implements AutoCloseable {
  private static final int MILLIS = 30_000;

  private final Socket socket = new Socket();

  /** Connects to a process, for example {@code http://127.0.0.1:8080}. */
  public RawConnection(String url) throws IOException {
    this(url, "127.0.0.1");
  }

  /**
   * Connects from another address of this machine.
   *
   * @param from for example 127.0.0.9
   */
  public RawConnection(String url, String from) throws IOException {
    this(url, from, 0);
  }

  private RawConnection(String url, String from, int receiveBytes) throws IOException {
    if (receiveBytes > 0) {
      socket.setReceiveBufferSize(receiveBytes);
    }
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), URI.create(url).getPort()));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MILLIS);
  }

  /** Connects, and has room for few bytes that nobody reads. */
  public static RawConnection thatReadsLittle(String url) throws IOException {
    return new RawConnection(url, "127.0.0.1", 1024);
  }

  /**
   * Asks for a path from another address, with an answer that may be any.
   *
   * @param headers one or more, for example {@code Accept: text/html}
   */
  public static String get(String url, String from, String path, String headers)
      throws IOException {
    try (var connection = new RawConnection(url, from)) {
      return connection
          .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
          .answer();
    }
  }

  /**
   * Sends tokens that nobody has until their limit refuses one: it lets through five more in a
   * second.
   *
   * @return the refusal, 429
   */
  public static String refusalOfUnknownTokens(String url, String from) {
    return await()
        .until(
            () ->
                get(url, from, "/api/auth/me", "Authorization: Bearer " + OpaqueToken.make("gzt_")),
            answer -> answer.startsWith("HTTP/1.1 429"));
  }

  /** The head of a login whose body has this length. */
  public static String loginHead(int length) {
    return "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  public RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Says whether the bytes could be sent: not when the other side has closed. */
  public boolean trySend(String text) {
    try {
      send(text);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads one answer that says how long it is, or until the other side closes. */
  public String answer() throws IOException {
    var in = socket.getInputStream();
    var read = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      read.write(next);
      if (isWhole(text(read))) {
        break;
      }
      next = in.read();
    }
    return text(read);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static boolean isWhole(String text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    if (text.startsWith("HTTP/1.1 204")) {
      return true;
    }
    var length =
        text.substring(0, head)
            .lines()
            .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
            .findFirst();
    return length.isPresent()
        ? text.length() - head - 4 >= Integer.parseInt(length.get().substring(15).strip())
        : text.endsWith("0\r\n\r\n");
  }

  /** Waits until the other side has closed. */
  public void awaitEnd() throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // What else comes does not matter.
      }
    } catch (SocketException e) {
      // Closed with bytes of ours unread.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
