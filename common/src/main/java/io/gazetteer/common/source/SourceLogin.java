package io.gazetteer.common.source;

import io.gazetteer.common.source.tls.Tls;
import java.net.InetAddress;

/**
 * One login at one address.
 *
 * @param host the address that is dialled, which the network policy has allowed
 */
public record SourceLogin(
    SourceAddress source, InetAddress host, String password, SourceTimeouts timeouts) {

  boolean isPostgres() {
    return source.kind() == DatabaseKind.POSTGRESQL;
  }

  /** No name: the drivers are to look nothing up. */
  public String hostLiteral() {
    return host.getHostAddress();
  }

  public Tls tls() {
    return new Tls(source.hostname(), source.tls());
  }

  /** For a server whose rules let this user in without encryption only. */
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

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + source + "]";
  }
}
