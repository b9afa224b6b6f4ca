package io.gazetteer.common.source.tls;

import io.gazetteer.common.source.TlsMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Encrypts connections that are open already. Certificates stay in memory. */
public final class TlsHandshake {

  private TlsHandshake() {}

  /**
   * Encrypts the connection; returns when both sides have agreed.
   *
   * @param closes whether closing it is to close the connection, too
   */
  public static SSLSocket over(Socket connection, Tls tls, boolean closes) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context(tls)
                .getSocketFactory()
                .createSocket(connection, tls.name(), connection.getPort(), closes);
    if (tls.mode() == TlsMode.VERIFY_FULL) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }

  private static SSLContext context(Tls tls) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("The CA certificate cannot be used", e);
    }
  }

  private static TrustManager[] trust(Tls tls) throws GeneralSecurityException, IOException {
    String certificate = tls.settings().caCertificate();
    if (certificate == null && tls.mode() != TlsMode.VERIFY_FULL) {
      return new TrustManager[] {new AnyCertificate()};
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(certificate == null ? null : keyStore(certificate));
    return factory.getTrustManagers();
  }

  private static KeyStore keyStore(String pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    ByteArrayInputStream bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    int number = 0;
    for (Certificate authority :
        CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
      store.setCertificateEntry("ca-" + number++, authority);
    }
    return store;
  }
}
