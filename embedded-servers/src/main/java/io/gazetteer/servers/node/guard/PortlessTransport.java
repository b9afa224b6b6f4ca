package io.gazetteer.servers.node.guard;

import java.net.InetAddress;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.netty4.Netty4Transport;
import org.elasticsearch.transport.netty4.SharedGroupFactory;

/**
 * Is the way between nodes for a node that has no others: it listens at no port, which whoever
 * reaches it could use without a login. The setting {@code network.server: false} keeps it from
 * listening; a node needs an address all the same.
 */
final class PortlessTransport extends Netty4Transport {
  private static final TransportAddress NOWHERE =
      new TransportAddress(InetAddress.getLoopbackAddress(), 0);

  PortlessTransport(
      Settings settings,
      ThreadPool threads,
      NetworkService network,
      PageCacheRecycler recycler,
      NamedWriteableRegistry registry,
      CircuitBreakerService breakers,
      SharedGroupFactory groups) {
    super(
        settings,
        TransportVersion.current(),
        threads,
        network,
        recycler,
        registry,
        breakers,
        groups);
  }

  @Override
  public BoundTransportAddress boundAddress() {
    return new BoundTransportAddress(new TransportAddress[] {NOWHERE}, NOWHERE);
  }
}
