package io.gazetteer.common.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The resolver of the tests' JVM, for our code and for the drivers. One name leads elsewhere each
 * time it is looked up; all others are what they are.
 */
public final class SteppingResolver extends InetAddressResolverProvider {
  static final String NAME = "rebinding.test";
  private static final AtomicInteger LOOKUPS = new AtomicInteger();
  private static volatile List<InetAddress> turns = List.of();

  static {
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  /** Lets the name lead to these in turn, from the first on. */
  static void lead(InetAddress... addresses) {
    turns = List.of(addresses);
    LOOKUPS.set(0);
  }

  static int lookups() {
    return LOOKUPS.get();
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    var usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        return host.equals(NAME)
            ? Stream.of(turns.get(LOOKUPS.getAndIncrement() % turns.size()))
            : usual.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return usual.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "stepping";
  }
}
