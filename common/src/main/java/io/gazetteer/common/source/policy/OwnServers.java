package io.gazetteer.common.source.policy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Knows Gazetteer's own PostgreSQL, Kafka and Elasticsearch, which are no data sources. */
final class OwnServers {
  private static final int KAFKA_PORT = 9092;
  private static final int ELASTICSEARCH_PORT = 9200;

  private record Server(String host, int port) {}

  private final List<Server> servers = new ArrayList<>();
  private final HostLookup lookup;

  OwnServers(HostLookup lookup) {
    this.lookup = lookup;
  }

  /** Adds all hosts of a JDBC URL. */
  OwnServers postgres(String jdbcUrl) {
    Properties parsed = Driver.parseURL(jdbcUrl, new Properties());
    if (parsed != null) {
      var hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(parsed)).split(",", -1);
      var ports = String.valueOf(PGProperty.PG_PORT.getOrDefault(parsed)).split(",", -1);
      for (int i = 0; i < hosts.length; i++) {
        add(hosts[i], Integer.parseInt(ports[Math.min(i, ports.length - 1)]));
      }
    }
    return this;
  }

  /** Adds each {@code host:port}. */
  OwnServers kafka(List<String> bootstrapServers) {
    bootstrapServers.forEach(server -> add(URI.create("kafka://" + server), KAFKA_PORT));
    return this;
  }

  OwnServers elasticsearch(List<String> urls) {
    urls.forEach(url -> add(URI.create(url), ELASTICSEARCH_PORT));
    return this;
  }

  private void add(URI server, int usualPort) {
    if (server.getHost() != null) {
      add(server.getHost(), server.getPort() < 0 ? usualPort : server.getPort());
    }
  }

  private void add(String host, int port) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    servers.add(new Server(bare, port));
  }

  /** Returns whether one of our servers is there. Names are looked up each time: servers move. */
  boolean include(InetAddress address, int port) {
    return servers.stream()
        .filter(server -> server.port() == port)
        .flatMap(server -> addressesOf(server.host()).stream())
        .anyMatch(own -> own.equals(address) || (isHere(own) && isHere(address)));
  }

  /** Looks up a host. A server that cannot be found cannot be reached either. */
  private List<InetAddress> addressesOf(String host) {
    try {
      return lookup.addressesOf(host);
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Returns whether the address is here: a server on this machine answers, as a rule, at each. */
  private static boolean isHere(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }
}
