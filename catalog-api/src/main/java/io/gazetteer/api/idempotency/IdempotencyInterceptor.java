package io.gazetteer.api.idempotency;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.RequestBody;
import io.gazetteer.api.web.input.Violations;
import io.gazetteer.common.digest.Sha256;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers repetitions of requests that create something. Runs when the caller may send them. */
final class IdempotencyInterceptor implements HandlerInterceptor {
  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";
  private static final String ATTEMPT = IdempotencyAttempt.class.getName();
  private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final IdempotentRequests requests;

  IdempotencyInterceptor(IdempotentRequests requests) {
    this.requests = requests;
  }

  /** Returns the attempt that this request is. */
  static Optional<IdempotencyAttempt> attemptOf(HttpServletRequest request) {
    return Optional.ofNullable((IdempotencyAttempt) request.getAttribute(ATTEMPT));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST || !creates(handler)) {
      return true;
    }
    var keys = Collections.list(request.getHeaders(HEADER));
    if (keys.isEmpty()) {
      return true;
    }
    check(keys.size() == 1 && SANE.matcher(keys.getFirst()).matches());
    var attempt = IdempotencyAttempt.of(Callers.current().key(), keys.getFirst(), digest(request));
    var earlier = requests.begin(attempt);
    if (earlier.isPresent()) {
      write(earlier.get(), response);
      return false;
    }
    request.setAttribute(ATTEMPT, attempt);
    return true;
  }

  private static boolean creates(Object handler) {
    return handler instanceof HandlerMethod route && route.hasMethodAnnotation(Creates.class);
  }

  private static void check(boolean sane) {
    if (!sane) {
      var violations = new Violations();
      violations.add(HEADER, "must be one key of 1 to 255 visible ASCII characters");
      violations.check();
    }
  }

  /** Digests a request: the same for the same request only, and it does not give the body away. */
  private static String digest(HttpServletRequest request) {
    var digest = Sha256.begin();
    for (var part : new String[] {request.getMethod(), request.getRequestURI(), query(request)}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest(RequestBody.of(request)));
  }

  private static String query(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getQueryString(), "");
  }

  private static void write(StoredResponse answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** Releases the key: what has created nothing may be tried again with the same one. */
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    attemptOf(request).ifPresent(requests::release);
  }
}
