package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the threads that write large answers to readers without a token: these may read slowly,
 * and shall not take what others need.
 */
final class OpenDocuments implements HandlerInterceptor {
  static final String[] PATHS = {"/api/docs/**", "/api/openapi.json"};
  static final int MOST = 40;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String PLACE = OpenDocuments.class.getName();

  private final Semaphore free = new Semaphore(MOST);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!free.tryAcquire()) {
      throw new Problem(ProblemCode.UNAVAILABLE, "Too many read this at the moment; try again")
          .retryAfter(PAUSE);
    }
    request.setAttribute(PLACE, true);
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(PLACE) != null) {
      request.removeAttribute(PLACE);
      free.release();
    }
  }
}
