package io.gazetteer.api.sources.registration.forms;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The grammar of a data source's host: exactly one DNS name, IPv4 or IPv6 address, in one spelling.
 * Nothing that a driver's URL gives a meaning to gets through.
 */
public final class Hostname {
  private static final int MOST_CHARACTERS = 253;

  /** The zone says which of our own interfaces is meant, which is for the routes to say. */
  private static final Pattern IPV6 = Pattern.compile("([0-9a-f:.]{2,45})(%[0-9a-z_.-]{1,20})?");

  /** RFC 1123, with the underscore that real networks have. */
  private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

  /**
   * Matches what resolvers take for an address: {@code 127.1}, {@code 0x7f.1}, {@code 2130706433}.
   */
  private static final Pattern ENDS_LIKE_A_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)", Pattern.DOTALL);

  private Hostname() {}

  /** Returns the one spelling of a host; empty when the text is no host. */
  public static Optional<String> normalize(String given) {
    if (given.length() > MOST_CHARACTERS + 2) {
      return Optional.empty();
    }
    var host = given.toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]") && host.contains(":")) {
      return address(host.substring(1, host.length() - 1));
    }
    if (host.contains(":")) {
      return address(host);
    }
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (ENDS_LIKE_A_NUMBER.matcher(host).matches()) {
      return Ipv4Spelling.normalize(host);
    }
    return host.length() <= MOST_CHARACTERS && NAME.matcher(host).matches()
        ? Optional.of(host)
        : Optional.empty();
  }

  private static Optional<String> address(String literal) {
    var parts = IPV6.matcher(literal);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var address = InetAddress.ofLiteral(parts.group(1));
      return Optional.of(
          address instanceof Inet4Address
              ? address.getHostAddress()
              : shortest(address.getAddress()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes an IPv6 address as RFC 5952 says: hexadecimal without leading zeros, the longest run of
   * zeros left out.
   */
  private static String shortest(byte[] address) {
    var groups = new ArrayList<String>();
    for (int i = 0; i < address.length; i += 2) {
      groups.add(Integer.toHexString(((address[i] & 0xff) << 8) | (address[i + 1] & 0xff)));
    }
    var text = String.join(":", groups);
    for (int zeros = groups.size(); zeros > 1; zeros--) {
      var run = Pattern.compile("(^|:)0(:0){" + (zeros - 1) + "}(:|$)").matcher(text);
      if (run.find()) {
        return text.substring(0, run.start()) + "::" + text.substring(run.end());
      }
    }
    return text;
  }
}
