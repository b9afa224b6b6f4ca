package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who uses a page, by the cookie; {@link AccessGuard} says what they may do. */
final class PageAuthentication extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(PageAuthentication.class);
  private static final String BY_COOKIE = PageAuthentication.class.getName();

  private final PageSessions sessions;
  private final ProblemWriter problems;

  PageAuthentication(PageSessions sessions, ProblemWriter problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var token = PageCookies.session(request).orElse("");
    var address = request.getRemoteAddr();
    Optional<Caller> found;
    try {
      found = sessions.find(token, address);
    } catch (DataAccessException | TransactionException e) {
      log.warn("A session cannot be looked up: {}", e.getMessage());
      problems.write(
          new Problem(ProblemCode.UNAVAILABLE, BearerAuthentication.CannotTellException.SENTENCE),
          request,
          response);
      return;
    }
    found.ifPresent(
        caller -> {
          var details = new WebAuthenticationDetails(request);
          SecurityContextHolder.setContext(
              new SecurityContextImpl(
                  new CallerAuthentication(caller, details, () -> sessions.find(token, address))));
        });
    request.setAttribute(BY_COOKIE, true);
    chain.doFilter(request, response);
  }

  /** Says whether a cookie was looked at to find out who sends the request. */
  static boolean wasFor(HttpServletRequest request) {
    return request.getAttribute(BY_COOKIE) != null;
  }
}
