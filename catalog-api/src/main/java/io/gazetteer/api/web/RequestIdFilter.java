package io.gazetteer.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, in the answer's header and in the log; a caller's own is kept. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIdFilter extends OncePerRequestFilter {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "request_id";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /** Returns the id of a request that has passed this filter. */
  public static String of(HttpServletRequest request) {
    return request.getAttribute(KEY) instanceof String id ? id : "";
  }

  /** Also a request that goes on in another thread has its id in the log. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  private static String give(HttpServletRequest request) {
    var given = request.getHeader(HEADER);
    var id = given != null && SANE.matcher(given).matches() ? given : newId();
    request.setAttribute(KEY, id);
    return id;
  }

  /** It is no secret: to make it, no request waits for another one. */
  private static String newId() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var id = of(request).isEmpty() ? give(request) : of(request);
    response.setHeader(HEADER, id);
    MDC.put(KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(KEY);
    }
  }
}
