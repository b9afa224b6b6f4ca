package io.gazetteer.common.connect;

import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.common.model.TlsSettings;
import java.net.InetAddress;

/**
 * One login at one address.
 *
 * @param host the address that is dialled, which the network policy has allowed
 */
record Login(SourceAddress source, InetAddress host, String password, SourceTimeouts timeouts) {

  boolean isPostgres() {
    return source.kind() == DatabaseKind.POSTGRESQL;
  }

  /** No name: the drivers are to look nothing up. */
  String hostLiteral() {
    return host.getHostAddress();
  }

  Tls tls() {
    return new Tls(source.hostname(), source.tls());
  }

  /** For a server whose rules let this user in without encryption only. */
  Login unencrypted() {
    SourceAddress plain =
        new SourceAddress(
            source.kind(),
            source.hostname(),
            source.port(),
            source.dbName(),
            source.username(),
            TlsSettings.NONE);
    return new Login(plain, host, password, timeouts);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + source + "]";
  }
}
