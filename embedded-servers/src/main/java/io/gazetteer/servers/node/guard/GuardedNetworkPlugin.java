package io.gazetteer.servers.node.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.Transport;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import org.elasticsearch.transport.netty4.SharedGroupFactory;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/**
 * Takes the place of the server's own network plugin, since the hook for a check of all requests is
 * only for plugins of its makers. The password is in a file beside the configuration's folder.
 */
public final class GuardedNetworkPlugin extends Netty4Plugin {
  private final Credentials credentials;

  public GuardedNetworkPlugin(Settings settings, Path configuration) throws IOException {
    credentials =
        new Credentials(Files.readString(configuration.resolveSibling("password")).strip());
  }

  @Override
  public Map<String, Supplier<Transport>> getTransports(
      Settings settings,
      ThreadPool threads,
      PageCacheRecycler recycler,
      CircuitBreakerService breakers,
      NamedWriteableRegistry registry,
      NetworkService network) {
    return Map.of(
        NETTY_TRANSPORT_NAME,
        () ->
            new PortlessTransport(
                settings,
                threads,
                network,
                recycler,
                registry,
                breakers,
                new SharedGroupFactory(settings)));
  }

  @Override
  public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
      Settings settings,
      ThreadPool threads,
      BigArrays arrays,
      PageCacheRecycler recycler,
      CircuitBreakerService breakers,
      NamedXContentRegistry registry,
      NetworkService network,
      HttpServerTransport.Dispatcher dispatcher,
      BiConsumer<HttpPreRequest, ThreadContext> context,
      ClusterSettings cluster,
      TelemetryProvider telemetry) {
    return super.getHttpTransports(
        settings,
        threads,
        arrays,
        recycler,
        breakers,
        registry,
        network,
        new GuardedDispatcher(dispatcher, credentials),
        context,
        cluster,
        telemetry);
  }
}
