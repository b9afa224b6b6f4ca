package io.gazetteer.common.source;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Two keys with certificates for {@link SteppingResolver#NAME}, each its own authority. */
final class TestKeys {
  static final String TRUSTED = "trusted";
  static final String OTHER = "other";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private TestKeys() {}

  static String pem(String key) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(store().getCertificate(key).getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's side of a handshake. */
  static SSLSocket server(String key, Socket client) throws IOException {
    try {
      var one = KeyStore.getInstance("PKCS12");
      one.load(null, null);
      one.setEntry(
          key,
          store().getEntry(key, new KeyStore.PasswordProtection(PASSWORD)),
          new KeyStore.PasswordProtection(PASSWORD));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      var socket = (SSLSocket) context.getSocketFactory().createSocket(client, "client", 0, true);
      socket.setUseClientMode(false);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    try (var in = TestKeys.class.getResourceAsStream("tls.p12")) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      return store;
    }
  }
}
