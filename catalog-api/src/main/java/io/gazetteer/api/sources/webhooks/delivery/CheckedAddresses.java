package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.common.source.policy.TargetNotAllowedException;
import io.gazetteer.common.source.policy.Targets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a receiver's name up once for a connection: the addresses that the network policy has
 * checked are the ones that are dialled. Thread safe.
 */
final class CheckedAddresses implements DnsResolver {
  /** Each may take the time that a connection may take. */
  private static final int MOST = 4;

  private final Targets targets;

  CheckedAddresses(Targets targets) {
    this.targets = targets;
  }

  /** The network policy refuses an address of the receiver. */
  static final class ForbiddenException extends UnknownHostException {
    private ForbiddenException() {
      super("The network policy does not allow this host and port");
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    try {
      return targets.resolve(plain(host), port).stream()
          .limit(MOST)
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    } catch (TargetNotAllowedException e) {
      throw new ForbiddenException();
    }
  }

  private static String plain(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** Refuses: without a port the policy cannot be asked. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new ForbiddenException();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
