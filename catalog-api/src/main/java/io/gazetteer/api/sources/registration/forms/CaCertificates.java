package io.gazetteer.api.sources.registration.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/** Reads certificates in PEM; what is not part of a certificate is not kept. */
final class CaCertificates {
  static final int MOST_CHARACTERS = 64 * 1024;

  private static final int MOST = 20;
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private CaCertificates() {}

  /**
   * Returns the same certificates in one form; empty when there are none, too many, or anything
   * else.
   */
  static Optional<String> normalize(String pem) {
    if (pem.length() > MOST_CHARACTERS || pem.contains("PRIVATE KEY")) {
      return Optional.empty();
    }
    try {
      var certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
      if (certificates.isEmpty() || certificates.size() > MOST) {
        return Optional.empty();
      }
      var normal = new StringBuilder();
      for (var certificate : certificates) {
        normal.append(text(certificate));
      }
      return Optional.of(normal.toString());
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static String text(Certificate certificate) throws CertificateException {
    return "-----BEGIN CERTIFICATE-----\n"
        + BASE64.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
