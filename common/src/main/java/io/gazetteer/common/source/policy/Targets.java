package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the addresses of data sources and lets only those through that the network policy allows.
 * Callers dial what is returned here and do not look the name up again: a name may lead elsewhere a
 * moment later. Thread safe.
 */
public final class Targets {
  private final NetworkPolicy policy;
  private final HostLookup lookup;

  Targets(NetworkPolicy policy, HostLookup lookup) {
    this.policy = policy;
    this.lookup = lookup;
  }

  /** Makes targets that have no servers of Gazetteer's own to keep away from. */
  public static Targets of(NetworkSettings settings, HostLookup lookup) {
    return new Targets(new NetworkPolicy(settings, new OwnServers(lookup)), lookup);
  }

  /**
   * Returns the addresses of a host, at least one; may take as long as the resolver does.
   *
   * @throws TargetNotAllowedException when any of them is refused
   */
  public List<InetAddress> resolve(String host, int port)
      throws UnknownHostException, TargetNotAllowedException {
    var addresses = lookup.addressesOf(host);
    for (var address : addresses) {
      if (!policy.allows(address, port)) {
        throw new TargetNotAllowedException();
      }
    }
    return addresses;
  }
}
