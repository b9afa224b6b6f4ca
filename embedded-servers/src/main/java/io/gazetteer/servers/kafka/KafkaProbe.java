package io.gazetteer.servers.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Logs in to a broker and asks for its metadata. The requests are written by hand: Kafka's client
 * would be a library for one question.
 */
record KafkaProbe(int port, String user, String password) {
  private static final int METADATA = 3;
  private static final int SASL_HANDSHAKE = 17;
  private static final int SASL_AUTHENTICATE = 36;
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int LARGEST_ANSWER = 1 << 20;

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  /** Returns whether a broker is there and open for work: it listens a little before. */
  boolean findsBroker() throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return isLoggedIn(socket) && ask(socket, METADATA, 0, out -> out.writeInt(0)).readInt() > 0;
    }
  }

  private boolean isLoggedIn(Socket socket) throws IOException {
    var login = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
    return ask(socket, SASL_HANDSHAKE, 1, out -> out.writeUTF("PLAIN")).readShort() == 0
        && ask(
                    socket,
                    SASL_AUTHENTICATE,
                    0,
                    out -> {
                      out.writeInt(login.length);
                      out.write(login);
                    })
                .readShort()
            == 0;
  }

  /** Sends a request and returns its answer, from behind the header on. */
  private static DataInputStream ask(Socket socket, int api, int version, Body body)
      throws IOException {
    var request = request(api, version, body);
    var out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(request.length);
    out.write(request);
    out.flush();
    var in = new DataInputStream(socket.getInputStream());
    var answer = new byte[Math.clamp(in.readInt(), 0, LARGEST_ANSWER)];
    in.readFully(answer);
    var read = new DataInputStream(new ByteArrayInputStream(answer));
    if (read.readInt() != api) {
      throw new IOException("This is the answer to something else");
    }
    return read;
  }

  private static byte[] request(int api, int version, Body body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeShort(api);
    out.writeShort(version);
    // The answer repeats this number.
    out.writeInt(api);
    out.writeUTF("gazetteer");
    body.write(out);
    return bytes.toByteArray();
  }
}
