package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.sessions.PageSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who uses a page, by the cookie; {@link AccessGuard} says what they may do. */
final class PageAuthentication extends OncePerRequestFilter {
  private static final String BY_COOKIE = PageAuthentication.class.getName();

  private final PageSessions sessions;

  PageAuthentication(PageSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var token = PageCookies.session(request).orElse("");
    var address = request.getRemoteAddr();
    sessions
        .find(token, address)
        .ifPresent(
            caller -> {
              var details = new WebAuthenticationDetails(request);
              SecurityContextHolder.setContext(
                  new SecurityContextImpl(
                      new CallerAuthentication(
                          caller, details, () -> sessions.find(token, address))));
            });
    request.setAttribute(BY_COOKIE, true);
    chain.doFilter(request, response);
  }

  /** Says whether a cookie was looked at to find out who sends the request. */
  static boolean wasFor(HttpServletRequest request) {
    return request.getAttribute(BY_COOKIE) != null;
  }
}
