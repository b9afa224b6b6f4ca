package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds IPv4 addresses that an IPv6 address carries, and that a gateway on the way would deliver
 * to. IPv4-mapped ones ({@code ::ffff:127.0.0.1}) never get here: to Java they are IPv4.
 */
final class EmbeddedAddress {
  private static final int IPV4_BYTES = 4;

  private record Carrier(Network network, int offset) {}

  private static final List<Carrier> CARRIERS =
      List.of(
          // NAT64, of the well-known prefix and of a site's own; 6to4; IPv4-compatible; SIIT.
          new Carrier(Network.of("64:ff9b::/96"), 12),
          new Carrier(Network.of("64:ff9b:1::/48"), 12),
          new Carrier(Network.of("2002::/16"), 2),
          new Carrier(Network.of("::/96"), 12),
          new Carrier(Network.of("::ffff:0:0:0/96"), 12));

  private EmbeddedAddress() {}

  /** Returns the address and the one it carries. */
  static List<InetAddress> with(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return List.of(address);
    }
    return Stream.concat(
            Stream.of(address),
            CARRIERS.stream()
                .filter(carrier -> carrier.network().contains(address))
                .map(carrier -> carried(address, carrier.offset())))
        .toList();
  }

  private static InetAddress carried(InetAddress address, int offset) {
    try {
      return InetAddress.getByAddress(
          Arrays.copyOfRange(address.getAddress(), offset, offset + IPV4_BYTES));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
