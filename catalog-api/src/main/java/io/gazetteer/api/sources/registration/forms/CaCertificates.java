package io.gazetteer.api.sources.registration.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads certificates in PEM, as many as the bundles of clouds hold. What stands between them is not
 * kept.
 *
 * @param pem the same certificates in one form, each once; null when they are wrong
 * @param problem what is wrong; null when nothing is
 */
record CaCertificates(@Nullable String pem, @Nullable String problem) {
  private static final int MOST = 500;
  private static final int MOST_CHARACTERS = 1024 * 1024;

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)"
              + "-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  static CaCertificates read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return wrong("has at most " + MOST_CHARACTERS + " characters");
    }
    if (text.contains("PRIVATE KEY-----")) {
      return wrong("holds a private key; send certificates only");
    }
    var certificates = new LinkedHashSet<String>();
    var blocks = BLOCK.matcher(text);
    try {
      while (blocks.find()) {
        certificates.add(normal(Base64.getMimeDecoder().decode(blocks.group(1))));
      }
    } catch (CertificateException | IllegalArgumentException e) {
      return wrong("holds a block that is no X.509 certificate");
    }
    if (certificates.isEmpty()) {
      return wrong("holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
    }
    return certificates.size() > MOST
        ? wrong("holds at most " + MOST + " certificates")
        : new CaCertificates(String.join("", certificates), null);
  }

  private static CaCertificates wrong(String problem) {
    return new CaCertificates(null, problem);
  }

  private static String normal(byte[] encoded) throws CertificateException {
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
    return "-----BEGIN CERTIFICATE-----\n"
        + BASE64.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
