package io.gazetteer.standalone.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Set;
import java.util.TreeSet;

/** Finds the names that a server on this machine is asked by. */
final class OwnNames {
  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

  private OwnNames() {}

  /**
   * Returns this machine's loopback names and the address's name; for one that stands for all
   * addresses, all names and addresses that this machine knows of itself.
   */
  static Set<String> of(InetSocketAddress listen) {
    var names = new TreeSet<>(LOOPBACK);
    var address = listen.getAddress();
    if (address != null && address.isAnyLocalAddress()) {
      addAll(names);
    } else {
      names.add(listen.getHostString());
      if (address != null) {
        names.add(address.getHostAddress());
      }
    }
    return names;
  }

  private static void addAll(Set<String> names) {
    try {
      var self = InetAddress.getLocalHost();
      names.add(self.getHostName());
      names.add(self.getCanonicalHostName());
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
          .forEach(names::add);
    } catch (IOException e) {
      // It does not know its own name: GAZETTEER_ALLOWED_HOSTS can say it.
    }
  }
}
