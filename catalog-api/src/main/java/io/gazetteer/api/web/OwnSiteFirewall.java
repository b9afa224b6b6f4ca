package io.gazetteer.api.web;

import io.gazetteer.common.hosts.AllowedHosts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets through what programs send, and pages of this very site. A browser names in {@code Origin}
 * the site of a page, and in {@code Host} whom the page asked for; with a trusted proxy before us,
 * the host is what that says.
 */
public final class OwnSiteFirewall extends StrictHttpFirewall {
  /** Whoever is before us may add TLS, so both usual ports are the same site. */
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

  private final AllowedHosts hosts;

  public OwnSiteFirewall(AllowedHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.HOST) != null && !hosts.allow(request.getServerName())) {
      throw new ForeignSiteException(
          "This is not a name of this server; GAZETTEER_ALLOWED_HOSTS lists them");
    }
    for (String origin : Collections.list(request.getHeaders(HttpHeaders.ORIGIN))) {
      if (!site(request).equals(siteOf(origin))) {
        throw new ForeignSiteException("Pages of other sites may not call this server");
      }
    }
    return super.getFirewalledRequest(request);
  }

  private static String site(HttpServletRequest request) {
    return site(request.getServerName(), request.getServerPort());
  }

  /** Returns null for what no page of a site sends, {@code null} for example. */
  private static @Nullable String siteOf(String origin) {
    try {
      var uri = new URI(origin);
      return uri.getHost() == null ? null : site(uri.getHost(), uri.getPort());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String site(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    return USUAL_PORTS.contains(port) ? name : name + ":" + port;
  }
}
