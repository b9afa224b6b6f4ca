package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.ratelimit.Places;
import io.gazetteer.api.identity.ratelimit.RequestLimits;
import io.gazetteer.api.identity.ratelimit.RequestLimits.Left;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemWriter;
import io.gazetteer.api.web.transfer.KnownConnections;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says with every answer how many requests its caller has left, and refuses what is too much. */
final class RateLimitFilter extends OncePerRequestFilter {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RequestLimits limits;
  private final Places atOnce;
  private final KnownConnections connections;
  private final ProblemWriter problems;

  RateLimitFilter(
      RequestLimits limits, Places atOnce, KnownConnections connections, ProblemWriter problems) {
    this.limits = limits;
    this.atOnce = atOnce;
    this.connections = connections;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var caller = Callers.find().orElse(null);
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    connections.remember(request);
    var left = limits.count(caller.key()).orElse(null);
    if (left != null) {
      say(left, response);
      if (!left.allowed()) {
        refuse("Slow down", left.pause(), request, response);
        return;
      }
    }
    var place = atOnce.take(caller).orElse(null);
    if (place == null) {
      refuse("Too many requests of yours are under way", PAUSE, request, response);
      return;
    }
    try (place) {
      chain.doFilter(request, response);
    }
  }

  private void refuse(
      String detail, Duration pause, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.write(
        new Problem(ProblemCode.TOO_MANY_REQUESTS, detail).retryAfter(pause), request, response);
  }

  private static void say(Left left, HttpServletResponse response) {
    response.setHeader("RateLimit-Limit", Long.toString(left.limit()));
    response.setHeader("RateLimit-Remaining", Long.toString(left.remaining()));
    // Rounded up: whoever waits that long has waited long enough.
    response.setHeader(
        "RateLimit-Reset", Long.toString(left.full().plusNanos(999_999_999).toSeconds()));
    response.setHeader("RateLimit-Policy", left.limit() + ";w=" + RequestLimits.WINDOW.toSeconds());
  }
}
