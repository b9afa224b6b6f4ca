package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.problems.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Lets a request go on when its body is there as a whole. Until then the request has no thread: who
 * sends slowly must not take the threads that all share.
 */
final class BodyFilter extends HttpFilter {
  private static final String ARRIVED = BodyFilter.class.getName();

  /** Any path does: what goes on is the request as it came. */
  private static final String PATH = "/arrived";

  private final transient Bodies bodies;
  private final transient Duration time;
  private final transient ProblemWriter problems;

  BodyFilter(Bodies bodies, Duration time, ProblemWriter problems) {
    this.bodies = bodies;
    this.time = time;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var arrived = arrived(request);
    if (arrived != null && Body.isBroken(arrived)) {
      // Left there, Tomcat would call it a failure of ours.
      arrived.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    } else if (arrived != null) {
      // All that follows sees one request, which has come once.
      chain.doFilter(arrived, response);
    } else if (hasBody(request)) {
      await(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static @Nullable HttpServletRequest arrived(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ASYNC
            && request.getAttribute(ARRIVED) instanceof HttpServletRequest first
        ? first
        : null;
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.REQUEST
        && (request.getContentLengthLong() > 0
            || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null);
  }

  private void await(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var async = request.startAsync();
    async.setTimeout(time.toMillis());
    var body =
        new Body(
            request,
            response,
            () -> {
              request.setAttribute(ARRIVED, request);
              async.dispatch(PATH);
            },
            bodies,
            problems);
    async.addListener(body);
    bodies.add(body, request.getRemoteAddr());
    body.read();
  }
}
