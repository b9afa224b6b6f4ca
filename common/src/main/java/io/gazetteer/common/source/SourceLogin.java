package io.gazetteer.common.source;

import io.gazetteer.common.source.tls.Tls;
import java.net.InetAddress;

/**
 * Describes one login at one address.
 *
 * @param host the address that is dialled, which the network policy has allowed
 */
public record SourceLogin(
    SourceAddress source, InetAddress host, String password, SourceTimeouts timeouts) {

  boolean isPostgres() {
    return source.kind() == DatabaseKind.POSTGRESQL;
  }

  /** Returns the address in digits and not as a name, so that the drivers look nothing up. */
  public String hostLiteral() {
    return host.getHostAddress();
  }

  public Tls tls() {
    return new Tls(source.hostname(), source.tls());
  }

  /** Returns this login without encryption, for a server whose rules let this user in only so. */
  SourceLogin unencrypted() {
    SourceAddress plain =
        new SourceAddress(
            source.kind(),
            source.hostname(),
            source.port(),
            source.dbName(),
            source.username(),
            TlsSettings.NONE);
    return new SourceLogin(plain, host, password, timeouts);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "Login[" + source + "]";
  }
}
