package io.gazetteer.common.source;

import org.jspecify.annotations.Nullable;

/**
 * Says how connections to a data source are encrypted.
 *
 * @param caCertificate who may vouch for the server: X.509 certificates in PEM; null: whom this JVM
 *     trusts. Without a demand for encryption there is none.
 */
public record TlsSettings(TlsMode mode, @Nullable String caCertificate) {
  public static final TlsSettings DEFAULTS = new TlsSettings(TlsMode.PREFER, null);
  public static final TlsSettings NONE = new TlsSettings(TlsMode.DISABLE, null);

  public TlsSettings {
    if (caCertificate != null && !mode.demandsEncryption()) {
      throw new IllegalArgumentException("A CA means nothing to " + mode.jsonName());
    }
  }
}
