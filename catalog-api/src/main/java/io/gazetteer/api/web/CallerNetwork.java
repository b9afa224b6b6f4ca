package io.gazetteer.api.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Finds the part of an address that one person has: of IPv6 the first 64 bits. */
public final class CallerNetwork {
  private static final int PREFIX_BYTES = 8;

  private CallerNetwork() {}

  /** Takes an address as a server socket gives it; anything else is a network of its own. */
  public static String of(@Nullable String address) {
    if (address == null) {
      return "";
    }
    try {
      var parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
          : String.valueOf(parsed.getHostAddress());
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
