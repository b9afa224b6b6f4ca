package io.gazetteer.common.hosts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the names by which a server may be asked. A page in a browser that asks by a name of its
 * own, which leads here, is a foreign one.
 *
 * @param names in lower case, addresses without brackets; none means any name
 */
public record AllowedHosts(Set<String> names) {
  public AllowedHosts {
    names = Set.copyOf(names);
  }

  /** Reads names and addresses with commas between them. */
  public static AllowedHosts of(String list) {
    return new AllowedHosts(
        Arrays.stream(list.split(",", -1))
            .map(AllowedHosts::plain)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** Returns whether this is one of the names; it comes without a port. */
  public boolean allow(String host) {
    return names.isEmpty() || names.contains(plain(host));
  }

  private static String plain(String host) {
    var name = host.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
