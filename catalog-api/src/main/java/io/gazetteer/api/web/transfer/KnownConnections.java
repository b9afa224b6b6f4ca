package io.gazetteer.api.web.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletRequest;

/**
 * Knows the connections on which somebody has shown who they are. When room is needed others are
 * closed: whoever keeps one may send the next request at that moment. A connection is forgotten
 * when it ends. Thread safe.
 */
public final class KnownConnections {
  private final Cache<ServletConnection, Boolean> known = Caffeine.newBuilder().weakKeys().build();

  /** Remembers the connection of a request whose caller was found, or has just logged in. */
  public void remember(ServletRequest request) {
    known.put(request.getServletConnection(), true);
  }

  boolean has(ServletConnection connection) {
    return known.getIfPresent(connection) != null;
  }
}
