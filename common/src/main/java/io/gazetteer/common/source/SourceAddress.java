package io.gazetteer.common.source;

import java.util.regex.Pattern;

/**
 * Says where a data source is and who we are there. It has exactly one host: a name, an IPv4 or an
 * IPv6 literal without brackets. Refused with {@link IllegalArgumentException} otherwise, although
 * registration has checked it before: drivers read lists and parameters out of host names.
 */
public record SourceAddress(
    DatabaseKind kind, String hostname, int port, String dbName, String username, TlsSettings tls) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})");
  private static final Pattern IP_V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  public SourceAddress {
    if (!NAME.matcher(hostname).matches() && !IP_V6.matcher(hostname).matches()) {
      throw new IllegalArgumentException("Not a single host name or address");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    if (dbName.isEmpty() || dbName.indexOf('\0') >= 0 || username.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("Empty database name, or a NUL character in a name");
    }
  }

  /** Returns the address of another database on the same server. */
  public SourceAddress inDatabase(String otherName) {
    return new SourceAddress(kind, hostname, port, otherName, username, tls);
  }
}
