package io.gazetteer.worker.runtime.health;

import io.gazetteer.common.hosts.AllowedHosts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses pages in a browser: those that say so, and those that ask by a name that is not ours. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ManagementGuard extends OncePerRequestFilter {
  private final AllowedHosts hosts;

  ManagementGuard(@Value("${gazetteer.allowed-hosts:}") String hosts) {
    this.hosts = AllowedHosts.of(hosts);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isForeign(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isForeign(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ORIGIN) != null
        || (request.getHeader(HttpHeaders.HOST) != null && !hosts.allow(request.getServerName()));
  }
}
