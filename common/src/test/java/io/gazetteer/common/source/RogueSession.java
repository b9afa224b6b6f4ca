package io.gazetteer.common.source;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One client of a rogue server, and enough of both protocols. */
final class RogueSession {
  static final int SSL = 0x800;
  static final int PLUGINS = 0x80000;
  static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};
  private static final int CAPABILITIES = 0xaa28f;
  private static final int SSL_REQUEST = 80877103;
  private static final int MYSQL_HEADER = 4;

  private final Socket client;
  private final ByteArrayOutputStream received;
  private DataInputStream in;
  private DataOutputStream out;

  RogueSession(Socket client, ByteArrayOutputStream received) throws IOException {
    this.client = client;
    this.received = received;
    in = recorded(client.getInputStream());
    out = new DataOutputStream(client.getOutputStream());
  }

  private DataInputStream recorded(InputStream stream) {
    return new DataInputStream(
        new FilterInputStream(stream) {
          @Override
          public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
              received.write(one);
            }
            return one;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
              received.write(buffer, offset, count);
            }
            return count;
          }
        });
  }

  /** Encrypts what follows, with one of the keys of {@code tls.p12}. */
  void encrypt(String key) throws IOException {
    var encrypted = TestKeys.server(key, client);
    in = recorded(encrypted.getInputStream());
    out = new DataOutputStream(encrypted.getOutputStream());
  }

  /**
   * PostgreSQL: the question for encryption is answered with a letter, and the one for a version
   * that does not exist with an error, which is all there is.
   */
  void answerSslRequest(char answer) throws IOException {
    in.readInt();
    if (in.readInt() != SSL_REQUEST) {
      message('E', bytes("SFATAL\0C0A000\0Mno\0\0"));
      throw new EOFException("No such version");
    }
    out.write(answer);
    out.flush();
  }

  /** Answers whatever eight bytes come, as one who knows nothing of PostgreSQL may. */
  void answerEightBytes(char answer) throws IOException {
    in.readNBytes(8);
    out.write(answer);
    out.flush();
  }

  /** Sends back what comes. */
  void echo() throws IOException {
    in.transferTo(out);
  }

  /** PostgreSQL: the first message, which has no type. */
  void readStartup() throws IOException {
    in.readNBytes(in.readInt() - 4);
  }

  /** PostgreSQL: any other message. */
  byte[] readMessage() throws IOException {
    in.readByte();
    return in.readNBytes(in.readInt() - 4);
  }

  /** PostgreSQL: a message with its length. */
  void message(char type, byte[] body) throws IOException {
    message(type, body.length + 4, body);
  }

  /** PostgreSQL: a message with a length that may be a lie. */
  void message(char type, int length, byte[] body) throws IOException {
    out.write(type);
    out.writeInt(length);
    out.write(body);
    out.flush();
  }

  /** PostgreSQL: everything up to a session that takes queries. */
  void letPostgresIn() throws IOException {
    readStartup();
    message('R', new byte[4]);
    for (var parameter :
        new String[] {
          "server_version\00018.0\0",
          "client_encoding\0UTF8\0",
          "DateStyle\0ISO\0",
          "standard_conforming_strings\0on\0",
          "integer_datetimes\0on\0"
        }) {
      message('S', bytes(parameter));
    }
    message('K', new byte[8]);
    message('Z', bytes("I"));
  }

  /** MySQL: the greeting. */
  void greet(int moreCapabilities) throws IOException {
    greet('\n', moreCapabilities);
  }

  /** MySQL: a greeting of a version of the protocol; there is only the tenth. */
  void greet(char version, int moreCapabilities) throws IOException {
    int capabilities = CAPABILITIES | moreCapabilities;
    var greeting = new ByteArrayOutputStream();
    greeting.writeBytes(bytes(version + "8.0.36\0\1\0\0\0abcdefgh\0"));
    greeting.write(capabilities);
    greeting.write(capabilities >> 8);
    greeting.writeBytes(new byte[] {(byte) 255, 2, 0});
    greeting.write(capabilities >> 16);
    greeting.write(capabilities >> 24);
    greeting.write(21);
    greeting.writeBytes(new byte[10]);
    greeting.writeBytes(bytes("ijklmnopqrst\0caching_sha2_password\0"));
    packet(0, greeting.toByteArray());
  }

  /** MySQL: a packet of the client; returns its number in the exchange. */
  int readPacket() throws IOException {
    byte[] header = in.readNBytes(MYSQL_HEADER);
    if (header.length < MYSQL_HEADER) {
      throw new IOException("The client has gone");
    }
    in.readNBytes((header[0] & 255) | ((header[1] & 255) << 8) | ((header[2] & 255) << 16));
    return header[3];
  }

  void packet(int number, byte[] body) throws IOException {
    packet(number, body.length, body);
  }

  /** MySQL: a packet with a length that may be a lie. */
  void packet(int number, int length, byte[] body) throws IOException {
    out.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16)});
    out.write(number);
    out.write(body);
    out.flush();
  }

  /** MySQL: everything up to a session that takes queries. */
  void letMySqlIn() throws IOException {
    greet(0);
    packet(readPacket() + 1, OK);
  }

  /** MySQL: the server wants another way to log in than the one in its greeting. */
  void switchLogin(String plugin, String parameters) throws IOException {
    greet(PLUGINS);
    packet(readPacket() + 1, bytes("\u00fe" + plugin + "\0" + parameters));
  }

  /** Sends bytes one by one, with a pause before each, until the client has gone. */
  void drip(Duration pause) throws IOException {
    client.setSoTimeout((int) pause.toMillis());
    while (isThere()) {
      out.write(0);
      out.flush();
    }
  }

  private boolean isThere() throws IOException {
    try {
      return in.read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  /** Announces a message whose body never comes as a whole. */
  void announce(byte[] header) throws IOException {
    out.write(header);
    out.flush();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
