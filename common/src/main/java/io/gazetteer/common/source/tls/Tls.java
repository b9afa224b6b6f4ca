package io.gazetteer.common.source.tls;

import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;

/**
 * Carries what the sockets of one login must know, as a string: the drivers make socket factories
 * by class name and pass strings only. Nothing in it is secret.
 *
 * @param name of the host, as it was registered; its certificate must be for this name
 */
public record Tls(String name, TlsSettings settings) {

  private static final String SEPARATOR = "\n";
  private static final int PARTS = 3;

  public TlsMode mode() {
    return settings.mode();
  }

  public String encode() {
    String certificate = settings.caCertificate();
    return String.join(SEPARATOR, mode().jsonName(), name, certificate == null ? "" : certificate);
  }

  public static Tls decode(String text) {
    String[] parts = text.split(SEPARATOR, PARTS);
    TlsMode mode = TlsMode.lookup(parts[0]).orElseThrow();
    return new Tls(parts[1], new TlsSettings(mode, parts[2].isEmpty() ? null : parts[2]));
  }
}
