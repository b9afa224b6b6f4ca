package io.gazetteer.servers.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker for its metadata. The request is written by hand: Kafka's client would be a library
 * for one question.
 */
final class KafkaProbe {
  private static final int METADATA = 3;
  private static final int TIMEOUT_MILLIS = 2_000;

  private KafkaProbe() {}

  /** Returns whether a broker is there and open for work: it listens a little before. */
  static boolean hasBroker(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var request = metadataRequest();
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(request.length);
      out.write(request);
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      int size = in.readInt();
      int correlation = in.readInt();
      int brokers = in.readInt();
      return size > 0 && correlation == 1 && brokers > 0;
    }
  }

  private static byte[] metadataRequest() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeShort(METADATA);
    out.writeShort(0);
    out.writeInt(1);
    out.writeUTF("gazetteer");
    out.writeInt(0);
    return bytes.toByteArray();
  }
}
