package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Lists networks with a meaning of their own. */
final class Networks {
  /** No data source is there, whatever the settings say. */
  static final List<Network> NEVER =
      networks(
          // "This host", multicast, reserved, broadcast.
          "0.0.0.0/8",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/128",
          "ff00::/8",
          // Link-local, where most clouds answer with credentials: 169.254.169.254.
          "169.254.0.0/16",
          "fe80::/10",
          // The metadata services that are elsewhere: Amazon, Google, Oracle, Alibaba, Azure.
          "fd00:ec2::/32",
          "fd20:ce::254",
          "192.0.0.0/24",
          "100.100.100.200",
          "168.63.129.16",
          // Teredo: the address of a stranger's relay.
          "2001::/32");

  /**
   * Data sources are there only when the allowed networks name it: these are a site's own NAT64
   * networks (RFC 8215), where an address does not show which IPv4 address it leads to. RFC 6052
   * has six forms, and only the site knows which one it uses.
   */
  static final List<Network> LISTED_ONLY = networks("64:ff9b:1::/48");

  /** RFC 1918, RFC 6598 and RFC 4193 set these aside; the last one is older than RFC 4193. */
  static final List<Network> PRIVATE =
      networks(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "fc00::/7",
          "fec0::/10");

  private Networks() {}

  private static List<Network> networks(String... blocks) {
    return Stream.of(blocks).map(Network::of).toList();
  }

  static boolean contain(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
