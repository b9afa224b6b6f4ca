package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
public interface HostLookup {
  /** Asks the resolver of this machine. */
  HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** Returns at least one address, the preferred first. */
  List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
