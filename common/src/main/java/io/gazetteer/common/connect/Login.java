package io.gazetteer.common.connect;

import io.gazetteer.common.model.DatabaseKind;
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

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + source + "]";
  }
}
