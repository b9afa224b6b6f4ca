package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.util.List;

/** Decides which addresses and ports data sources may have. Thread safe. */
final class NetworkPolicy {
  private final NetworkSettings settings;
  private final OwnServers own;

  NetworkPolicy(NetworkSettings settings, OwnServers own) {
    this.settings = settings;
    this.own = own;
  }

  boolean allows(InetAddress address, int port) {
    return allows(port)
        && EmbeddedAddress.with(address).stream()
            .allMatch(meant -> allows(meant) && !own.include(meant, port));
  }

  private boolean allows(int port) {
    return isListed(settings.allowedPorts(), port, true)
        && !isListed(settings.deniedPorts(), port, false);
  }

  private static boolean isListed(List<PortRange> ranges, int port, boolean whenEmpty) {
    return ranges.isEmpty() ? whenEmpty : ranges.stream().anyMatch(range -> range.contains(port));
  }

  private boolean isUnlisted(InetAddress address) {
    return Networks.contain(Networks.LISTED_ONLY, address)
        && !Networks.contain(settings.allowed(), address);
  }

  private boolean allows(InetAddress address) {
    if (Networks.contain(Networks.NEVER, address)
        || Networks.contain(settings.denied(), address)
        || isUnlisted(address)
        || (address.isLoopbackAddress() && !settings.loopback())
        || (Networks.contain(Networks.PRIVATE, address) && !settings.privateNetworks())) {
      return false;
    }
    return settings.allowed().isEmpty() || Networks.contain(settings.allowed(), address);
  }
}
